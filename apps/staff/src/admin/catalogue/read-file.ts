import { CatalogueFile } from '@qzt/contract/catalogue';
import { fieldsOf } from '../../platform/trouble.ts';

const MOST_SHOWN = 8;

const itemAt = (file: unknown, index: number): string => {
  const items = (file as { items?: unknown }).items;
  const item = Array.isArray(items) ? (items[index] as { code?: unknown } | undefined) : undefined;
  return typeof item?.code === 'string' ? item.code : `第 ${index + 1} 项`;
};

const FIELDS: Readonly<Record<string, string>> = {
  name: '名称',
  kind: '种类',
  serviceLine: '条线',
  category: '类别',
  route: '怎么转',
  limitWorkingDays: '时限',
  materials: '材料',
  copies: '份数',
  phrasings: '居民的说法',
  source: '出处',
  code: '编号',
  steps: '怎么办',
  script: '怎么问',
  forWhom: '给谁办',
  fee: '收费',
  places: '在哪里办',
  closing: '怎样算办好',
};

/** `details.steps.2` → 怎么办 第 3 条(details.steps.2): the words for whoever reads, the path for whoever mends the file. */
function fieldAt(path: readonly string[]): string {
  const parts = path[0] === 'details' ? path.slice(1) : path;
  const row = /^\d+$/.test(parts[1] ?? '') ? ` 第 ${Number(parts[1]) + 1} 条` : '';
  return `${FIELDS[parts[0] ?? ''] ?? ''}${row}(${path.join('.')})`;
}

/** What is wrong with a file, each in a line that names the item: the first few, and how many more. */
export function faultLines(fields: Readonly<Record<string, string>>, file: unknown): string[] {
  const lines = Object.entries(fields).map(([path, message]) => {
    const parts = path.replace(/^file\./, '').split('.');
    if (parts[0] !== 'items' || parts[1] === undefined) return message;
    return `${itemAt(file, Number(parts[1]))} ${fieldAt(parts.slice(2))}:${message}`;
  });
  return lines.length <= MOST_SHOWN
    ? lines
    : [...lines.slice(0, MOST_SHOWN), `还有 ${lines.length - MOST_SHOWN} 处`];
}

/** Reads the text of a file that somebody picked; says in his words what is wrong with it. */
export function readFile(text: string): { file: CatalogueFile } | { faults: string[] } {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { faults: ['这不是全走通导出的目录文件,请选导出得来的 .json 文件'] };
  }
  const parsed = CatalogueFile.safeParse(read);
  if (parsed.success) return { file: parsed.data };
  return { faults: faultLines(fieldsOf(parsed.error), read) };
}
