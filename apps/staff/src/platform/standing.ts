import { limitIsOfficial, STANDING_LABELS, type Standing } from '@qzt/domain/catalogue';

const isStanding = (word: string): word is Standing => Object.hasOwn(STANDING_LABELS, word);

/** How far a number may be trusted, in words. */
export const standingText = (standing: string): string =>
  isStanding(standing) ? STANDING_LABELS[standing] : standing;

/** Whether a limit of this standing reads as a rule. Without knowing more (confirmed by whom), when in doubt it does not. */
export const isOfficial = (standing: string): boolean =>
  isStanding(standing) && limitIsOfficial({ standing });
