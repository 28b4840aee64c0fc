import {
  type Cell,
  lastDayOf,
  paperColumns,
  REGISTER_LABELS,
  type Register,
} from '@qzt/domain/ledger';
import type { Actor } from '../../platform/actor.ts';
import type { Sheet } from '../../platform/spreadsheet/index.ts';
import { spokenTime } from '../../platform/time.ts';
import type { ExportOrder, TakenRegister } from './export.service.ts';

/** What stands above a register that is taken away: of whom, of when, by whom, what for. */
export function headOf(
  actor: Actor,
  register: Register,
  { from, to, purpose }: Pick<ExportOrder, 'from' | 'to' | 'purpose'>,
  { lines, persons, takenAt }: TakenRegister,
): { readonly title: string; readonly lines: readonly string[] } {
  const whole = {
    full: '含完整姓名和电话,请妥善保管,用后销毁',
    masked: '姓名和电话已遮名',
    none: '不含个人信息',
  }[persons];
  return {
    title: `${actor.org.name} ${REGISTER_LABELS[register]}`,
    lines: [
      `${from} 至 ${lastDayOf({ from, to })},共 ${lines.length} 条;${whole}`,
      `${actor.name} ${spokenTime(takenAt)} 导出,用途:${purpose}`,
    ],
  };
}

/** The register as a spreadsheet: the same columns as on the screen, dates as dates. */
export function sheetOf(
  register: Register,
  head: ReturnType<typeof headOf>,
  { lines, columns }: TakenRegister,
): Sheet {
  return {
    name: REGISTER_LABELS[register],
    head: [head.title, ...head.lines],
    columns: columns.map(({ title, width }) => ({ title, width })),
    rows: lines.map((line) =>
      columns.map(({ cell }) => {
        const value = cell(line);
        return value !== null && typeof value === 'object' ? new Date(value.at) : value;
      }),
    ),
  };
}

/** A cell on paper: an instant as it is read without thinking, with its year. */
function written(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.at.slice(0, 16).replace('T', ' ') : String(cell);
}

/** Cells under one another, each in its place: a dash where one of several is empty. */
const stacked = (words: readonly string[]): string =>
  words.every((word) => word === '') ? '' : words.map((word) => word || '—').join('\n');

/** The register as its paper template reads it. */
export function paperOf(head: ReturnType<typeof headOf>, { lines, columns }: TakenRegister) {
  const onPaper = paperColumns(columns);
  return {
    title: head.title,
    head: head.lines,
    foot: head.title,
    columns: onPaper.map(({ title, width }) => ({ title, width })),
    rows: lines.map((line) => onPaper.map(({ cells }) => stacked(cells(line).map(written)))),
  };
}
