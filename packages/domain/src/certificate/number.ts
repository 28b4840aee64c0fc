import { shortDigits } from '../reception/index.ts';
import { type InstantText, localDate } from '../shared/index.ts';

/** Said wherever the numbers of papers stand one below the other. */
export const NUMBER_NOTE = '编号由系统打乱给出,前后不连号;中间空着的号没有用过,不是缺了一份。';

/**
 * The number of an issued paper, `〔2026〕482913号`: unique in a committee and year, made from the paper's id without a
 * counter, as a case's number is (decision 4). Numbers are not consecutive and a gap means nothing.
 *
 * @param attempt 0, then 1, 2, … after a collision
 */
export const certificateNumber = (id: string, issuedAt: InstantText, attempt: number): string =>
  `〔${localDate(issuedAt).slice(0, 4)}〕${shortDigits(id, attempt)}号`;
