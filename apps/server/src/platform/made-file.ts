/** A file that a service made, for whoever asked: a paper to print, a table to open. */
export interface MadeFile {
  readonly bytes: Buffer;
  /** As it is saved, with no person in it. */
  readonly name: string;
  /** Shown in the page (a paper to print) or saved (a table). */
  readonly shown: boolean;
  /** Characters that the page leaves to be written by hand; the screen says so. */
  readonly missing?: readonly string[];
}
