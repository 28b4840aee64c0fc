import { STANDING_LABELS, type Standing } from '@qzt/domain/catalogue';

const isStanding = (word: string): word is Standing => Object.hasOwn(STANDING_LABELS, word);

/** How far a number may be trusted, in words. Whether it reads as a rule is the server's to say: `limitOfficial`. */
export const standingText = (standing: string): string =>
  isStanding(standing) ? STANDING_LABELS[standing] : standing;
