/** What a printed code says: whose case it is, and the unguessable part. */
export interface TrackCode {
  /** Short code of the committee, as in every QR code. */
  readonly committee: string;
  readonly code: string;
}

/** Letters of the unguessable part: 26 of Crockford's alphabet hold 128 bits. */
const LENGTH = 26;
/** How people read and type what the alphabet leaves out. */
const MISREAD: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
/** Dashes as phones and input methods write them. */
const DASHES = /[\u2010-\u2015\u2212\uFE58]/g;
const LETTER = /[0-9A-HJKMNP-TV-Z]/;
/** Nothing that is longer was printed by us. */
const LONGEST = 200;

/** As it stands in the QR code. */
export const printTrackCode = ({ committee, code }: TrackCode): string => `${committee}-${code}`;

/** The same as people copy it: the committee, then groups of four. A line is broken between two of them alone. */
export function trackCodeGroups(printed: string): readonly string[] {
  const start = Math.max(0, printed.length - LENGTH);
  const committee = printed.slice(0, start).replace(/-$/, '');
  const groups = printed.slice(start).match(/.{1,4}/g) ?? [];
  return committee === '' ? groups : [committee, ...groups];
}

/** Whether somebody typed the number of his case, as it stands on the slip: it is no code, and the page says so. */
export const isCaseNumber = (typed: string): boolean =>
  /^\d{6}-?\d{6}$/.test(typed.normalize('NFKC').replaceAll(/\s/g, '').replaceAll(DASHES, '-'));

/**
 * Reads a code as people type it: small letters, spaces and dashes anywhere, O for 0, I or L for 1. Null for what is no
 * code at all. The committee keeps the dashes that were typed; whoever looks it up does without them.
 */
export function readTrackCode(text: string): TrackCode | null {
  const typed = text.normalize('NFKC').replaceAll(/\s/g, '').replaceAll(DASHES, '-');
  if (typed.length > LONGEST) return null;
  let code = '';
  let place = typed.length;
  while (place > 0 && code.length < LENGTH) {
    place -= 1;
    const letter = typed.charAt(place).toUpperCase();
    if (letter === '-') continue;
    const meant = MISREAD[letter] ?? letter;
    if (!LETTER.test(meant)) return null;
    code = meant + code;
  }
  const committee = typed.slice(0, place).replace(/-+$/, '').toLowerCase();
  return code.length === LENGTH && committee !== '' ? { committee, code } : null;
}
