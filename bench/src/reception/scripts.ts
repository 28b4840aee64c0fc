import { type Bound, bindScript, readScript } from './pgbench-script.ts';
import { findOf, LIST, REGISTER, readOf } from './requests.ts';
import type { Seed } from './seed.ts';

export type Scripts = Readonly<Record<'register' | 'read' | 'list' | 'find', Bound>>;

/**
 * Holds every script against what the product sends for its request, and takes the values from there.
 * Errors: ScriptDrift.
 */
export async function bindScripts(seed: Seed): Promise<Scripts> {
  const made = await seed.ask(REGISTER);
  const requests = {
    register: () => REGISTER,
    read: () => readOf(String(made.id)),
    list: () => LIST,
    find: () => findOf('小梅'),
  };
  const bound = async (name: keyof Scripts) =>
    bindScript(readScript(name), await seed.watch(requests[name]));
  return {
    register: await bound('register'),
    read: await bound('read'),
    list: await bound('list'),
    find: await bound('find'),
  };
}
