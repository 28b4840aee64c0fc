import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import chineseDays from 'chinese-days';
import library from 'chinese-days/package.json' with { type: 'json' };

/**
 * Makes `content/calendar/calendar.json`, the seed of the work calendar, from the package chinese-days.
 * `node tools/make-calendar.ts` writes it; with `--check` it only compares and exits 1 when the file is stale.
 * A year without a State Council notice is not in the list, and so is not guessed.
 */
const years = [2024, 2025, 2026];
const file = fileURLToPath(new URL('../content/calendar/calendar.json', import.meta.url));

export interface CalendarRow {
  date: string;
  kind: 'holiday' | 'makeUpWorkday';
  name: string;
}

const datesOf = (year: number): string[] => {
  const first = Date.UTC(year, 0, 1);
  const length = (Date.UTC(year + 1, 0, 1) - first) / 86_400_000;
  return Array.from({ length }, (_, day) =>
    new Date(first + day * 86_400_000).toISOString().slice(0, 10),
  );
};

/** The library names an arranged day "English,中文,days" and any other day by its weekday alone. */
const rowOf = (date: string): CalendarRow | undefined => {
  const { name, work } = chineseDays.getDayDetail(date);
  const chinese = name.split(',')[1];
  return chinese ? { date, kind: work ? 'makeUpWorkday' : 'holiday', name: chinese } : undefined;
};

/** The rows of the arranged days of one year, by date. Throws for a year of which the library knows nothing. */
export const rowsOf = (year: number): CalendarRow[] => {
  const rows = datesOf(year).flatMap((date) => rowOf(date) ?? []);
  if (rows.length === 0) throw new Error(`chinese-days ${library.version} 没有 ${year} 年的安排`);
  return rows;
};

/** The whole file as text, one row a line so that a correction shows as one line. */
export const calendarText = (): string => {
  const rows = years.flatMap(rowsOf).map((row) => `    ${JSON.stringify(row)}`);
  const head = [
    `  "madeFrom": "chinese-days ${library.version}"`,
    '  "standing": "official-national"',
    '  "basis": "国务院办公厅关于2024年、2025年、2026年部分节假日安排的通知"',
    `  "knownYears": ${JSON.stringify(years)}`,
  ];
  return `{\n${head.join(',\n')},\n  "rows": [\n${rows.join(',\n')}\n  ]\n}\n`;
};

if (import.meta.main) {
  const fresh = calendarText();
  if (!process.argv.includes('--check')) writeFileSync(file, fresh);
  else if (readFileSync(file, 'utf8') !== fresh) {
    console.error('content/calendar/calendar.json 不是最新的:请运行 node tools/make-calendar.ts');
    process.exitCode = 1;
  }
}
