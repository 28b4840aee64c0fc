import { isTest } from './source-files.ts';

const ROOMS = [
  /^apps\/server\/src\/features\/[^/]+/,
  /^apps\/server\/src\/(entry|platform)/,
  /^apps\/staff\/src\/[^/]+(?=\/)/,
  /^(apps|packages)\/[^/]+/,
  /^[^/]+(?=\/)/,
];

/** The room of the house that a file lies in, such as `packages/domain`. */
export function roomOf(file: string): string {
  for (const room of ROOMS) {
    const [found] = room.exec(file) ?? [];
    if (found) return found;
  }
  return '.';
}

/** Markdown: who imports from whom, and by how many imports. Tests are left out. */
export function importTable(imports: readonly { from: string; to: string }[]): string {
  const counts = new Map<string, Map<string, number>>();
  for (const { from, to } of imports) {
    const [source, target] = [roomOf(from), roomOf(to)];
    if (isTest(from) || source === target) continue;
    const row = counts.get(source) ?? new Map<string, number>();
    counts.set(source, row.set(target, (row.get(target) ?? 0) + 1));
  }
  const rows = [...counts].sort(([a], [b]) => a.localeCompare(b)).map(tableRow);
  return ['| Folder | imports from (number of imports) |', '|---|---|', ...rows].join('\n');
}

function tableRow([source, row]: [string, Map<string, number>]): string {
  const targets = [...row].sort(([a], [b]) => a.localeCompare(b));
  return `| \`${source}\` | ${targets.map(([name, n]) => `\`${name}\` ${n}`).join(', ')} |`;
}
