import type { CaseLine } from '@qzt/contract/reception';
import type { Actor } from '../../platform/actor.ts';
import { type Page, type Position, pageOf } from '../../platform/page.ts';
import { transact } from '../../platform/transact.ts';
import { keyOf } from './case.store.ts';
import { caseLine, factsOf } from './case.view.ts';
import { type CaseGround, shownNow, versionOf } from './case-ground.ts';
import { type CaseFilter, newestCases } from './case-list.store.ts';

export interface CaseQuery {
  readonly limit: number;
  readonly after: Position | undefined;
  readonly status?: string | undefined;
  readonly handler?: string | undefined;
  readonly firstAsked?: string | undefined;
  readonly number?: string | undefined;
}

/** Whom the cases are with: a worker's own; everything that an office sees is with the office. */
function handlerOf(actor: Actor, handler: string | undefined): CaseFilter['handler'] {
  if (handler === undefined) return undefined;
  if (handler !== 'me') return { id: handler };
  return actor.org.kind === 'committee' ? { me: actor.id } : undefined;
}

/** The newest cases in the actor's scope. Whoever may not read cases has none. */
export async function listCases(
  ground: CaseGround,
  actor: Actor,
  query: CaseQuery,
): Promise<Page<CaseLine>> {
  if (!actor.permissions.has('case.read')) return { items: [], nextCursor: null };
  const handler = handlerOf(actor, query.handler);
  const firstAsked = query.firstAsked === 'me' ? actor.id : query.firstAsked;
  return transact(ground, actor, '查看办件列表', async (work) => {
    const rows = await newestCases(work, {
      limit: query.limit + 1,
      ...(query.after ? { before: query.after } : {}),
      ...(query.status ? { status: query.status } : {}),
      ...(handler ? { handler } : {}),
      ...(firstAsked ? { firstAsked } : {}),
      ...(query.number ? { number: query.number } : {}),
    });
    work.audit({
      action: 'case.list',
      subject: 'case',
      facts: { found: Math.min(rows.length, query.limit) },
    });
    const page = pageOf(rows, query.limit, (row) => ({
      at: row.created_at.toISOString(),
      id: row.id,
    }));
    const items = await Promise.all(
      page.items.map(async (row) => {
        const state = await shownNow(ground, row.committee_id, row.state, work.now);
        const item = await versionOf(ground, row, work.now);
        return caseLine(factsOf({ ...row, state }, keyOf(work, row), item), actor, work.now);
      }),
    );
    return { items, nextCursor: page.nextCursor };
  });
}
