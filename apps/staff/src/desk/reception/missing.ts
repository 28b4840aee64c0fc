import { MISSING_LABELS } from '@qzt/domain/reception';

const isKnown = (code: string): code is keyof typeof MISSING_LABELS =>
  Object.hasOwn(MISSING_LABELS, code);

/** What a record lacks, as one sentence for the worker who wrote it; null when nothing. */
export const missingText = (codes: readonly string[]): string | null =>
  codes.length === 0
    ? null
    : `刚才这一笔:${codes.map((code) => (isKnown(code) ? MISSING_LABELS[code] : code)).join(';')}`;
