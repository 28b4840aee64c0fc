/**
 * What a column of a copied row may hold: text, numbers, truth, moments (sent as UTC), bytes, a list (becomes an SQL array;
 * its parts are text) or an object (becomes JSON). A JSON column that holds a list takes the ready JSON text.
 */
export type CopyValue =
  | string
  | number
  | boolean
  | Date
  | Buffer
  | null
  | readonly string[]
  | { readonly [key: string]: unknown };

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Backslash, newline, carriage return and tab mean something in COPY's text format; everything else stands as it is. */
const escaped = (text: string): string =>
  /[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign) : text;

const arrayOf = (parts: readonly string[]): string =>
  `{${parts.map((part) => `"${part.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

function fieldOf(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  if (Array.isArray(value)) return escaped(arrayOf(value));
  return escaped(JSON.stringify(value));
}

/** One row in COPY's text format, with its end of line. */
export const copyLine = (row: readonly CopyValue[]): string => `${row.map(fieldOf).join('\t')}\n`;
