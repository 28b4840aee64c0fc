/** So much the record holds; more is said, not cut off. */
const MOST = 2_000;

/** What to say where more stands in the input than a record holds; null where it fits. */
export const tooLong = (text: string): string | null =>
  text.length > MOST
    ? `写了 ${text.length} 个字,最多记 ${MOST} 个字。请留下要紧的,其余的删掉再登记`
    : null;
