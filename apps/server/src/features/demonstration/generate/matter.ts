import type { Request } from '@qzt/testkit';
import type { PaperStory } from './certificate-paper.ts';
import type { Comer } from './who-comes.ts';
import type { StaffActor } from './world.ts';

/** How far a shown case has come. */
export type Stage =
  | 'registered'
  | 'accepted'
  | 'handedOver'
  | 'toDesk'
  | 'toHead'
  | 'waiting'
  | 'secondAsk'
  | 'toOffice'
  | 'toCentre'
  | 'toDistrict'
  | 'dispatched'
  | 'answered'
  | 'contested'
  | 'confirmed';

interface ShownMatter {
  readonly by: StaffActor;
  readonly stage: Stage;
  /** A paper of the committee that is written about it. */
  readonly paper?: PaperStory;
  /** The paper of the lists that is refused at once; the stage is then not reached. */
  readonly refused?: string;
}

/** A contact as it is to be written: a drawn one, or one that the demonstration shows. */
export interface Matter extends Request {
  /** A matter on no list has a title of its own. */
  readonly title?: string;
  /** Who comes, where that is not drawn. */
  readonly comer?: Comer;
  /** Who takes it, where that is not drawn; and how far its case has come today. */
  readonly shown?: ShownMatter;
}
