import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { openClient } from '../product/open-client.ts';
import type { Compared } from './rounds.ts';

export interface Counted {
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
}

/**
 * Holds what was acknowledged against what is stored: a case with its event, text, promise, audit entry and outcome.
 * lost: acknowledged and not wholly stored; doubled: stored twice.
 * Errors: when pgbench says it committed another number than is stored.
 */
export async function verifyRegistered(
  connection: pg.ClientConfig,
  compared: Compared,
): Promise<Counted> {
  const client = await openClient(connection);
  try {
    for (const { prefix, transactions } of compared.runs) {
      const stored = await storedOf(client, prefix);
      if (stored !== transactions)
        throw new Error(`pgbench 说提交了 ${transactions} 笔,库里有 ${stored} 笔`);
    }
    const ids = compared.idFiles.flatMap((file) => readFileSync(file, 'utf8').split('\n'));
    const { rows } = await client.query<{ lost: number; doubled: number }>(COUNT, [ids]);
    const { lost = 0, doubled = 0 } = rows[0] ?? {};
    return { acknowledged: ids.length, lost, doubled };
  } finally {
    await client.end();
  }
}

async function storedOf(client: pg.Client, prefix: string): Promise<number> {
  const { rows } = await client.query<{ stored: number }>(
    'select count(*)::int as stored from case_file where id between $1::uuid and $2::uuid',
    [`${prefix}000000000000`, `${prefix}ffffffffffff`],
  );
  return rows[0]?.stored ?? 0;
}

const each = (table: string, column: string, name: string): string =>
  `left join (select ${column} as id, count(*) as n from ${table} group by 1) ${name} using (id)`;

const COUNT = `
  select
    count(*) filter (where coalesce(least(c.n, e.n, t.n, p.n, a.n, o.n), 0) = 0)::int as lost,
    count(*) filter (where greatest(c.n, e.n, t.n, p.n, a.n, o.n) > 1)::int as doubled
  from unnest($1::uuid[]) as asked (id)
  ${each('case_file', 'id', 'c')}
  ${each('case_event', 'case_id', 'e')}
  ${each('personal_text', 'case_id', 't')}
  ${each('promise', 'case_id', 'p')}
  ${each("audit_entry where action = 'case.register'", 'subject_id', 'a')}
  ${each('idempotency', 'key', 'o').replace('using (id)', 'on o.id = asked.id::text')}`;
