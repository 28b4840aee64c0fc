import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SentStatement } from './statement-log.ts';

export type ScriptName = 'register' | 'read' | 'list' | 'find';

/** The checked-in script of a request: the product's own statements, with pgbench's variables as parameters. */
export const readScript = (name: ScriptName): string =>
  readFileSync(join(import.meta.dirname, `${name}.pgbench.sql`), 'utf8');

/** The scope is no parameter (SET takes none), so it is put into the text. */
export const SCOPE_MARK = '{scope}';

/** The statements of a script: without pgbench's own commands, remarks and ends. */
export const statementsOf = (script: string): string[] =>
  script
    .split('\n')
    .filter((line) => !/^(\\|--)/.test(line))
    .join('\n')
    .split(';')
    .map(plain)
    .filter((text) => text !== '');

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What a script needs to run: its variables with the values that the product sent, and the scope. */
export interface Bound {
  readonly variables: Readonly<Record<string, string>>;
  readonly scope: string;
}

export class ScriptDrift extends Error {}

/**
 * Lays a script over the statements that the product really sent. Each `$n` must stand opposite one expression; where
 * that is a plain variable, it gets the value that was sent.
 * Errors: ScriptDrift that shows the first difference.
 */
export function bindScript(script: string, sent: readonly SentStatement[]): Bound {
  const written = statementsOf(script);
  const variables: Record<string, string> = {};
  let scope = '';
  for (let index = 0; index < Math.max(written.length, sent.length); index += 1) {
    const here = written[index];
    const there = sent[index];
    if (here === undefined || there === undefined) throw drift(index, here, there?.text);
    const scopeSent = /^set local app\.scope = '(.*)'$/.exec(there.text)?.[1];
    if (scopeSent !== undefined && here.includes(SCOPE_MARK)) {
      scope = scopeSent;
      continue;
    }
    for (const [place, expression] of layOver(here, there.text, index))
      take(variables, expression, there.values[place - 1] ?? null);
  }
  return { variables, scope };
}

/** The expression opposite each `$n`. */
function layOver(here: string, there: string, index: number): Map<number, string> {
  const pieces = plain(there).split(/\$(\d+)/);
  const places = pieces.filter((_, piece) => piece % 2 === 1).map(Number);
  const pattern = pieces
    .filter((_, piece) => piece % 2 === 0)
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('(.+?)');
  const found = new RegExp(`^${pattern}$`).exec(here);
  if (found === null) throw drift(index, here, plain(there));
  const expressions = new Map<number, string>();
  for (const [order, place] of places.entries()) {
    const expression = found[order + 1] ?? '';
    const before = expressions.get(place);
    if (before !== undefined && before !== expression) throw drift(index, here, plain(there));
    expressions.set(place, expression);
  }
  return expressions;
}

function take(variables: Record<string, string>, expression: string, value: string | null): void {
  const name = /^:(\w+)$/.exec(expression)?.[1];
  if (name === undefined) return;
  if (value === null) throw new ScriptDrift(`:${name} 的值是 null,请在脚本里写 null`);
  const before = variables[name];
  if (before !== undefined && before !== value)
    throw new ScriptDrift(`:${name} 在两处的值不同: ${before} / ${value}`);
  variables[name] = value;
}

const drift = (index: number, here: string | undefined, there: string | undefined) =>
  new ScriptDrift(
    `第 ${index + 1} 条语句和产品发出的不同\n脚本: ${here ?? '(没有)'}\n产品: ${there ?? '(没有)'}`,
  );

/**
 * Puts one of several texts, chosen by a pgbench variable that runs from 0, at the place of `-- choose` to `-- chosen`.
 * A tree of conditions, so that the choice costs pgbench a few comparisons.
 */
export function withChoice(script: string, variable: string, leaves: readonly string[]): string {
  const [before = '', rest = ''] = script.split('-- choose\n');
  const [, after = ''] = rest.split('-- chosen\n');
  return before + tree(variable, leaves, 0) + after;
}

/** The lines between `-- choose` and `-- chosen`: the pattern of a leaf. */
export const choiceOf = (script: string): string =>
  script.split('-- choose\n')[1]?.split('-- chosen\n')[0] ?? '';

function tree(variable: string, leaves: readonly string[], from: number): string {
  if (leaves.length <= 1) return leaves[0] ?? '';
  const half = leaves.length >> 1;
  const left = tree(variable, leaves.slice(0, half), from);
  const right = tree(variable, leaves.slice(half), from + half);
  return `\\if :${variable} < ${from + half}\n${left}\\else\n${right}\\endif\n`;
}
