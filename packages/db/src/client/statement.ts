import { createHash } from 'node:crypto';

/** A statement ready to send: prepared under its name once per connection, executed by name afterwards. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `q${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
  // Texts come from code, so there are few. A list of values goes in as one array, or each length were a new text.
  names.set(text, name);
  return name;
}

/** A statement from SQL text with $1, $2, … and its values. */
export const statement = (text: string, values: unknown[] = []): Statement => ({
  name: nameOf(text),
  text,
  values,
});
