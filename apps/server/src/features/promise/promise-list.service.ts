import type { PromiseLine } from '@qzt/contract/promise';
import type { Actor } from '../../platform/actor.ts';
import { openKey, readText } from '../../platform/subject/index.ts';
import { toOffset } from '../../platform/time.ts';
import { transact, type Work } from '../../platform/transact.ts';
import type { PromiseGround } from './promise-ground.ts';
import { type OwnPromise, ownPromises } from './promise-list.store.ts';

/** What the actor owes to somebody, first due first. Whoever makes no promises has none. */
export async function listPromises(
  ground: PromiseGround,
  actor: Actor,
  limit: number,
): Promise<{ items: PromiseLine[] }> {
  if (!actor.permissions.has('promise.read')) return { items: [] };
  return transact(ground, actor, '查看我的承诺', async (work) => {
    const rows = await ownPromises(work, limit);
    work.audit({ action: 'promise.list', subject: 'promise', facts: { found: rows.length } });
    return { items: rows.map((row) => line(work, row)) };
  });
}

function line(work: Work, row: OwnPromise): PromiseLine {
  const key = openKey(work, row.committee_id, row);
  const words = readText<{ readonly title: string }>(key, row.case_id, {
    keyId: row.words_key,
    cipher: row.words,
  });
  return {
    id: row.id,
    caseId: row.case_id,
    number: row.number,
    title: words?.title ?? '(内容已按请求删除)',
    kind: row.kind,
    owner: { id: work.actor.id, name: work.actor.name },
    dueAt: toOffset(row.due_at),
    late: row.due_at < work.now,
    step: row.step,
  };
}
