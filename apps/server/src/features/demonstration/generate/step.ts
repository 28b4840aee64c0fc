import type { CaseActor, CaseCommand } from '@qzt/domain/reception';
import type { SeededRandom } from '@qzt/testkit';
import type { ItemVersion } from '../../catalogue/index.ts';
import type { CaseHistory } from './case-history.ts';
import type { Mood } from './mood.ts';
import type { World } from './world.ts';

/** One step of a case: who does what, and when. */
export interface Step {
  readonly command: CaseCommand;
  readonly actor: CaseActor;
  readonly at: number;
}

/** A case on its way, with what is known of its course. */
export interface Life {
  readonly world: World;
  readonly random: SeededRandom;
  readonly history: CaseHistory;
  readonly item: ItemVersion | undefined;
  readonly mood: Mood;
  /** What happens once and has happened. */
  readonly done: Set<string>;
}
