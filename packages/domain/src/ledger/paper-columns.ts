import type { Cell, RegisterColumn } from './columns.ts';
import type { RegisterLine } from './line.ts';

/** A column on paper: several columns of the register, one under the other, so that a line fits across a sheet. */
export interface PaperColumn {
  readonly title: string;
  /** Share of the width of the sheet. */
  readonly width: number;
  readonly cells: (line: RegisterLine) => Cell[];
}

/** What stands together, and how wide it is beside the others. */
const TOGETHER: readonly { readonly keys: readonly string[]; readonly width: number }[] = [
  { keys: ['number', 'at', 'channel'], width: 15 },
  { keys: ['committee'], width: 9 },
  { keys: ['who', 'phone', 'door'], width: 15 },
  { keys: ['words', 'item'], width: 26 },
  { keys: ['thing', 'count'], width: 20 },
  { keys: ['materials'], width: 15 },
  { keys: ['firstCall', 'firstStep'], width: 9 },
  { keys: ['firstAsked', 'handler', 'lentBy'], width: 9 },
  { keys: ['promisedBy', 'closedAt', 'dueBack', 'back'], width: 14 },
  { keys: ['outcome', 'certificates', 'loan'], width: 12 },
  { keys: ['rating', 'journeys'], width: 7 },
];

/** The columns of a register as they stand on paper; every column that is given has its place. */
export function paperColumns(columns: readonly RegisterColumn[]): PaperColumn[] {
  return TOGETHER.flatMap(({ keys, width }) => {
    const here = keys.flatMap((key) => columns.find((column) => column.key === key) ?? []);
    if (here.length === 0) return [];
    return {
      title: here.map(({ title }) => title).join('\n'),
      width,
      cells: (line: RegisterLine) => here.map(({ cell }) => cell(line)),
    };
  });
}
