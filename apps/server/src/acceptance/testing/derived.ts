import { PROMISE_DEFAULTS } from '@qzt/domain/promise';
import { deriveCase } from '@qzt/domain/reception';
import { expect } from 'vitest';
import type { TestProduct } from '../../testing/product.ts';
import type { Owner } from './owner.ts';

interface FileRow {
  readonly id: string;
  readonly committee_id: string;
  readonly state: unknown;
  readonly columns: Record<string, unknown>;
  readonly limit: number | null;
  readonly events: Parameters<typeof deriveCase>[0];
  readonly trips: NonNullable<Parameters<typeof deriveCase>[1]['encounters']>;
}

const QUERY = `
  select c.id, c.committee_id, c.state, (i.body ->> 'limitWorkingDays')::int as "limit",
    jsonb_build_object('status', c.status, 'ending', c.ending, 'firstAsked', c.first_asked_id, 'version', c.version,
      'seqs', (select jsonb_agg(e.seq order by e.seq) from case_event e where e.committee_id = c.committee_id and e.case_id = c.id)) as columns,
    (select jsonb_agg(jsonb_build_object('type', e.type, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'actor', e.actor, 'data', e.data) order by e.seq)
     from case_event e where e.committee_id = c.committee_id and e.case_id = c.id) as events,
    (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('channel', n.channel,
        'startedAt', to_char(n.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'journey', n.journey))), '[]')
     from encounter n where n.committee_id = c.committee_id and (n.id = c.encounter_id or exists (
       select from encounter_need d where d.committee_id = n.committee_id and d.encounter_id = n.id and d.case_id = c.id))) as trips
  from case_file c
  left join service_item_version i on i.code = c.service_item and i.version = c.service_item_version`;

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/;

/** The state in one spelling: an instant is the same in every zone. */
const plain = (state: unknown): unknown =>
  JSON.parse(
    JSON.stringify(state, (_, value: unknown) =>
      typeof value === 'string' && INSTANT.test(value) ? new Date(value).toISOString() : value,
    ),
  );

/** Holds the cached state of every case against its events, as the domain reads them. Answers how many there were. */
export async function holdStatesAgainstEvents(product: TestProduct, owner: Owner): Promise<number> {
  const rows = await owner.rows<FileRow>(QUERY);
  for (const row of rows) {
    const derived = deriveCase(row.events, {
      ...(await product.ground.workingTimes.of(row.committee_id)),
      limitWorkingDays: row.limit,
      params: PROMISE_DEFAULTS,
      encounters: row.trips,
    });
    expect(plain(row.state), row.id).toEqual(plain(derived));
    expect(row.columns, row.id).toMatchObject({
      status: derived.status,
      ending: derived.ending,
      firstAsked: derived.firstAsked.id,
      seqs: row.events.map((_, index) => index + 1),
    });
  }
  return rows.length;
}
