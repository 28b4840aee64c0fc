import type { InstantText } from '../shared/index.ts';
import { loanText, materialsText, minutesBetween, outcomeText, type RegisterLine } from './line.ts';
import { CHANNEL_LABELS, type Register } from './vocabulary.ts';

/** A cell of a register: words, a number, or an instant, which each sheet shows in its own way. */
export type Cell = string | number | { readonly at: InstantText } | null;

/** One column of a register, the same on the screen, in the spreadsheet and on paper. */
export interface RegisterColumn {
  readonly key: string;
  readonly title: string;
  /** Share of the width, in characters of a spreadsheet. */
  readonly width: number;
  readonly kind: 'text' | 'number' | 'moment';
  /** Tells of a person: left out for whoever reads service facts only. */
  readonly persons: boolean;
  readonly cell: (line: RegisterLine) => Cell;
}

const at = (instant: InstantText | null): Cell => (instant === null ? null : { at: instant });

const COLUMNS = {
  number: text('编号', 16, ({ number, confidential }) =>
    confidential ? `${number} 保密` : number,
  ),
  committee: text('居委会', 14, ({ committee }) => committee.name),
  at: moment('时间', (line) => line.at),
  channel: text('方式', 6, ({ channel, enteredLate }) =>
    join([channel === null ? null : CHANNEL_LABELS[channel], enteredLate ? '补记' : null], ','),
  ),
  who: person('谁', 14, ({ who, onBehalfOf }) => join([who, onBehalfOf], ' ')),
  phone: person('电话', 14, ({ phone }) => phone),
  door: person('住址', 14, ({ door }) => door),
  words: person('什么事(原话)', 36, ({ words }) => words),
  item: text('事项', 22, ({ item }) => item?.name ?? '其他'),
  materials: text('收到材料', 24, ({ materials }) => materialsText(materials)),
  firstAsked: person('首问', 9, ({ firstAsked }) => firstAsked?.name ?? null),
  handler: text('谁办', 12, ({ handler }) => handler?.name ?? handler?.org ?? null),
  promisedBy: moment('答应在', (line) => line.promisedBy),
  outcome: text('结果', 16, outcomeText),
  closedAt: moment('了结', (line) => line.closedAt),
  rating: {
    ...text('评价', 7, ({ rating }) => (rating === null ? null : `${rating.score}/${rating.of}`)),
    persons: true,
  },
  journeys: number('趟数', 6, ({ journeys }) => journeys),
  firstCall: number('首次拨打(分钟)', 9, (line) => minutesSince(line, line.firstCallAt)),
  firstStep: number('首次处置(分钟)', 9, (line) => minutesSince(line, line.firstStepAt)),
  certificates: text('出具证明编号', 20, ({ certificates }) => certificates.join('、')),
  thing: text('借什么', 20, ({ loan }) => loan?.thing ?? null),
  count: number('几件', 6, ({ loan }) => loan?.count ?? null),
  lentBy: person('谁借出', 9, ({ firstAsked }) => firstAsked?.name ?? null),
  dueBack: moment('约好还', (line) => line.promisedBy),
  loan: text('还了没有', 16, loanText),
  back: moment('还清', (line) => line.closedAt),
} as const satisfies Record<string, Omit<RegisterColumn, 'key'>>;
type ColumnKey = keyof typeof COLUMNS;

const OF_REGISTER: Readonly<Record<Register, readonly ColumnKey[]>> = {
  reception: [
    'number',
    'committee',
    'at',
    'channel',
    'who',
    'phone',
    'door',
    'words',
    'item',
    'materials',
    'firstAsked',
    'handler',
    'promisedBy',
    'outcome',
    'closedAt',
    'rating',
    'journeys',
  ],
  certificate: [
    'number',
    'committee',
    'at',
    'channel',
    'who',
    'phone',
    'door',
    'words',
    'item',
    'materials',
    'firstAsked',
    'handler',
    'outcome',
    'certificates',
    'closedAt',
    'journeys',
  ],
  loan: [
    'number',
    'committee',
    'at',
    'who',
    'phone',
    'door',
    'thing',
    'count',
    'lentBy',
    'dueBack',
    'loan',
    'back',
  ],
  urgent: [
    'number',
    'committee',
    'at',
    'channel',
    'who',
    'phone',
    'door',
    'words',
    'item',
    'firstCall',
    'firstStep',
    'firstAsked',
    'handler',
    'outcome',
    'closedAt',
  ],
};

/**
 * The columns of a register in their order: without persons for whoever reads service facts only, with the committee
 * where there are several.
 */
export function columnsOf(
  register: Register,
  { persons, committees }: { readonly persons: boolean; readonly committees: boolean },
): RegisterColumn[] {
  return OF_REGISTER[register]
    .map((key): RegisterColumn => ({ key, ...COLUMNS[key] }))
    .filter((column) => (persons || !column.persons) && (committees || column.key !== 'committee'));
}

function text(
  title: string,
  width: number,
  cell: (line: RegisterLine) => Cell,
): Omit<RegisterColumn, 'key'> {
  return { title, width, kind: 'text', persons: false, cell };
}

function person(title: string, width: number, cell: (line: RegisterLine) => Cell) {
  return { ...text(title, width, cell), persons: true };
}

function number(title: string, width: number, cell: (line: RegisterLine) => Cell) {
  return { ...text(title, width, cell), kind: 'number' as const };
}

function moment(title: string, of: (line: RegisterLine) => InstantText | null) {
  return { ...text(title, 16, (line) => at(of(line))), kind: 'moment' as const };
}

const minutesSince = ({ urgentSince, at: since }: RegisterLine, until: InstantText | null) =>
  minutesBetween(urgentSince ?? since, until);

const join = (parts: readonly (string | null)[], between: string): string | null => {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : said.join(between);
};
