import type { RegisterLine } from '@qzt/domain/ledger';

/** What is read of a confidential case only after it was opened: a register stands open at the counter. */
const COVERED: Readonly<Record<string, string>> = {
  who: '',
  phone: '',
  door: '',
  words: '保密件',
  item: '保密件',
  materials: '',
  certificates: '',
};

/** What stands in place of a cell of a confidential line; undefined where the cell is shown. */
export const coverOf = (
  { confidential, caseId }: Pick<RegisterLine, 'confidential' | 'caseId'>,
  column: string,
): string | undefined => (confidential && caseId !== null ? COVERED[column] : undefined);
