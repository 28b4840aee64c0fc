import type { CaseLine } from '@qzt/contract/reception';
import { STATUSES } from '@qzt/contract/reception';
import type { Actor } from '../../platform/actor.ts';
import { type Page, type Position, pageOf } from '../../platform/page.ts';
import { transact } from '../../platform/transact.ts';
import { keyOf, newestCases } from './case.store.ts';
import { caseLine, factsOf } from './case.view.ts';
import { type CaseGround, versionOf } from './case-ground.ts';

export interface CaseQuery {
  readonly limit: number;
  readonly after: Position | undefined;
  readonly status?: string | undefined;
  readonly handler?: string | undefined;
  readonly firstAsked?: string | undefined;
}

const OPEN = STATUSES.filter((status) => status !== 'closed');

function statusesOf(status: string | undefined): readonly string[] | undefined {
  if (status === undefined) return undefined;
  return status === 'open' ? OPEN : [status];
}

/** An officer's cases are with the office, a worker's with the worker. */
const meOf = (actor: Actor): string => (actor.org.kind === 'committee' ? actor.id : actor.org.id);

/** The newest cases in the actor's scope. Whoever may not read cases has none. */
export async function listCases(
  ground: CaseGround,
  actor: Actor,
  query: CaseQuery,
): Promise<Page<CaseLine>> {
  if (!actor.permissions.has('case.read')) return { items: [], nextCursor: null };
  const statuses = statusesOf(query.status);
  const handler = query.handler === 'me' ? meOf(actor) : query.handler;
  const firstAsked = query.firstAsked === 'me' ? actor.id : query.firstAsked;
  return transact(ground, actor, '查看办件列表', async (work) => {
    const rows = await newestCases(work, {
      limit: query.limit + 1,
      ...(query.after ? { before: query.after } : {}),
      ...(statuses ? { statuses } : {}),
      ...(handler ? { handler } : {}),
      ...(firstAsked ? { firstAsked } : {}),
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
      page.items.map(async (row) =>
        caseLine(
          factsOf(row, keyOf(work, row), await versionOf(ground, row, work.now)),
          actor,
          work.now,
        ),
      ),
    );
    return { items, nextCursor: page.nextCursor };
  });
}
