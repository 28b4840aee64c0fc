import { scopeOf } from '@qzt/domain/org';
import type { CaseActor, CaseEvent, CaseState, EventText } from '@qzt/domain/reception';
import type pg from 'pg';
import type { Unit } from '../../../../platform/actor.ts';
import type { Keyring } from '../../../../platform/keys/index.ts';
import { type KeyRow, openKey, readText } from '../../../../platform/subject/index.ts';
import { toOffset } from '../../../../platform/time.ts';
import type { DemoStaff } from '../../organisation.ts';

export interface StoredCase {
  readonly row: KeyRow & {
    id: string;
    committee_id: string;
    number: string;
    status: string;
    ending: string | null;
    service_item: string | null;
    service_item_version: number | null;
    first_asked_id: string;
    handler_org_id: string;
    handler_id: string | null;
    urgent: boolean;
    confidential: boolean;
    resident_id: string | null;
    encounter_id: string;
    due_at: Date | null;
    state: CaseState;
    version: number;
    created_at: Date;
    changed_at: Date;
    channel: 'desk' | 'phone' | 'online' | 'visit' | 'activity';
    started_at: Date;
    journey: number;
  };
  readonly events: (CaseEvent & { readonly id: string })[];
}

/** Every case as it is stored, its events with what was written, opened with its key. */
export async function storedCases(owner: pg.Client, keyring: Keyring): Promise<StoredCase[]> {
  const cases = await owner.query<StoredCase['row']>(
    `select c.*, k.master, k.wrapped, e.channel, e.started_at, e.journey from case_file c
     join data_key k on k.committee_id = c.committee_id and k.id = c.key_id
     join encounter e on e.committee_id = c.committee_id and e.id = c.encounter_id order by c.id`,
  );
  const events = await owner.query<{
    case_id: string;
    id: string;
    type: string;
    at: Date;
    actor: object;
    data: object;
    key_id: string | null;
    cipher: Buffer | null;
  }>(
    `select e.case_id, e.id, e.type, e.at, e.actor, e.data, t.key_id, t.cipher from case_event e
     left join personal_text t on t.committee_id = e.committee_id and t.id = e.id order by e.case_id, e.seq`,
  );
  const byCase = Map.groupBy(events.rows, (event) => event.case_id);
  return cases.rows.map((row) => {
    const key = openKey({ keyring }, row.committee_id, row);
    return {
      row,
      events: (byCase.get(row.id) ?? []).map(({ id, type, at, actor, data, key_id, cipher }) => ({
        id,
        type,
        at: toOffset(at),
        actor,
        data,
        text: readText<EventText>(key, id, { keyId: key_id, cipher }) ?? null,
      })) as StoredCase['events'],
    };
  });
}

/** Everybody who has acted, as the rules know them, from the directory alone. */
export async function storedActors(owner: pg.Client): Promise<ReadonlyMap<string, CaseActor>> {
  const units = await owner.query<Unit>(
    'select id, kind, name, code, parent_id as "parentId" from org',
  );
  const staff = await owner.query<DemoStaff>(
    `select id, org_id as "orgId", name, roles, service_lines as "serviceLines" from staff`,
  );
  const actors = staff.rows.map((person): [string, CaseActor] => {
    const org = units.rows.find(({ id }) => id === person.orgId);
    if (org === undefined) throw new Error(`${person.name} without an organisation`);
    const actor = { staffId: person.id, orgKind: org.kind, ...person };
    return [
      person.id,
      { kind: 'staff', ...actor, orgName: org.name, scope: scopeOf(actor, units.rows) },
    ];
  });
  return new Map<string, CaseActor>([...actors, ['job', { kind: 'job' }]]);
}
