import { CatalogueFile } from '@qzt/contract/catalogue';
import { fieldsOf } from '../../platform/trouble.ts';

const MOST_SHOWN = 8;

const itemAt = (file: unknown, index: number): string => {
  const items = (file as { items?: unknown }).items;
  const item = Array.isArray(items) ? (items[index] as { code?: unknown } | undefined) : undefined;
  return typeof item?.code === 'string' ? item.code : `第 ${index + 1} 项`;
};

/** What is wrong with a file, each in a line that names the item: the first few, and how many more. */
export function faultLines(fields: Readonly<Record<string, string>>, file: unknown): string[] {
  const lines = Object.entries(fields).map(([path, message]) => {
    const parts = path.replace(/^file\./, '').split('.');
    if (parts[0] !== 'items' || parts[1] === undefined) return message;
    return `${itemAt(file, Number(parts[1]))} ${parts.slice(2).join('.')}:${message}`;
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
