import type { Ground } from '../../platform/transact.ts';
import type { Directory } from './directory.ts';
import type { OpenWork } from './open-work.ts';
import type { Sessions } from './session.service.ts';

/** What the administration of people needs from the other rooms. */
export interface StaffGround extends Ground {
  readonly directory: Directory;
  readonly sessions: Sessions;
  readonly openWork: OpenWork;
}
