import { STANDING_LABELS } from '@qzt/domain/catalogue';

const LABELS: Readonly<Record<string, string>> = STANDING_LABELS;

/** How far a number may be trusted, in words. */
export const standingText = (standing: string): string => LABELS[standing] ?? standing;
