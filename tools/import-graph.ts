import { cruise, type ICruiseResult } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';
import { isSource } from './source-files.ts';

export interface Offence {
  rule: string;
  from: string;
  to: string;
}

export interface ImportGraph {
  /** Our own TypeScript files that the checker really parsed. */
  modules: string[];
  /** One entry per import between files of ours. */
  imports: { from: string; to: string }[];
  offences: Offence[];
}

/**
 * Reads every import below a folder and holds it against the rules of `.dependency-cruiser.mjs`.
 *
 * @param root absolute
 * @param files relative to root; only their first segments are handed on, so that the checker finds
 *   the files by itself and a checker that sees none is noticed
 */
export async function readImports(root: string, files: readonly string[]): Promise<ImportGraph> {
  const entrances = [...new Set(files.map((file) => file.split('/')[0] ?? file))];
  const { forbidden, options } = config;
  const ruleSet = forbidden ? { forbidden } : {};
  const { output } = await cruise(entrances, {
    ...options,
    baseDir: root,
    validate: true,
    ruleSet,
  });
  if (typeof output === 'string') throw new Error('导入检查没有给出结果,请重新运行 npm ci 再试。');
  return summarise(output);
}

function summarise({ modules, summary }: ICruiseResult): ImportGraph {
  const found = modules.filter(({ source, couldNotResolve }) => isOwn(source) && !couldNotResolve);
  const own = new Set(found.map(({ source }) => source));
  return {
    modules: [...own].sort(),
    imports: found.flatMap(({ source, dependencies }) =>
      dependencies
        .filter(({ resolved }) => own.has(resolved))
        .map(({ resolved }) => ({ from: source, to: resolved })),
    ),
    offences: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

function isOwn(file: string): boolean {
  return isSource(file) && !/(^|\/)node_modules\//.test(file);
}

/** What an offence of a rule means: the sentence written beside it. */
export function meaningOf(rule: string): string {
  return config.forbidden?.find(({ name }) => name === rule)?.comment ?? '';
}

/** Names of all rules, in the order of the file. */
export function ruleNames(): string[] {
  return (config.forbidden ?? []).flatMap(({ name }) => name ?? []);
}
