import writeExcelFile, { type CellObject, type Row } from 'write-excel-file/node';

/** A cell: words stay words whatever they begin with, a number is a number, an instant is a date that can be sorted. */
export type SheetCell = string | number | Date | null;

export interface SheetColumn {
  readonly title: string;
  /** In characters. */
  readonly width: number;
}

export interface Sheet {
  /** Name of the tab. */
  readonly name: string;
  /** Lines above the table: what it is, of when, for what purpose. */
  readonly head: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** The most that a cell of a spreadsheet holds. */
const LONGEST = 32_767;
const SHANGHAI_MS = 8 * 3_600_000;
/** A spreadsheet knows no zones: the clocks of Shanghai are written as they stand. */
const onTheClock = (at: Date): Date => new Date(at.getTime() + SHANGHAI_MS);

const TOP = { alignVertical: 'top', wrap: true } as const;

/** Words are always given as such: no cell of ours is ever a formula. */
function cellOf(value: SheetCell): CellObject | null {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { ...TOP, type: Number, value };
  if (value instanceof Date)
    return { ...TOP, type: Date, value: onTheClock(value), format: 'yyyy-mm-dd hh:mm' };
  return { ...TOP, type: String, value: value.slice(0, LONGEST) };
}

const bold = (value: string): CellObject => ({
  type: String,
  value,
  fontWeight: 'bold',
  backgroundColor: '#e6eeee',
  alignVertical: 'top',
  wrap: true,
});

/** The workbook of one sheet (.xlsx), landscape, its head and titles staying in place. */
export function workbook({ name, head, columns, rows }: Sheet): Promise<Buffer> {
  const data: Row[] = [
    ...head.map(
      (line, index): Row => [
        { type: String, value: line, ...(index === 0 ? { fontWeight: 'bold', fontSize: 16 } : {}) },
      ],
    ),
    columns.map(({ title }) => bold(title)),
    ...rows.map((row) => row.map(cellOf)),
  ];
  return writeExcelFile(data, {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: head.length + 1,
    orientation: 'landscape',
  }).toBuffer();
}
