import type { Work } from '../../platform/transact.ts';

interface Somebody {
  readonly id: string;
  readonly name: string;
}

/** An absence of a day, half-open clock times. */
export interface AwayTime {
  readonly staff: Somebody;
  readonly from: string;
  readonly to: string;
}

/** Who is on duty and who is away on a day. Version 0: nobody has entered anything yet. */
export interface PresenceDay {
  readonly primary: Somebody | null;
  readonly backup: Somebody | null;
  readonly away: readonly AwayTime[];
  readonly version: number;
}

const NOTHING: PresenceDay = { primary: null, backup: null, away: [], version: 0 };

/** The day as it was entered, in one question: it comes from one moment. */
export async function presenceOn(
  work: Work,
  committeeId: string,
  date: string,
): Promise<PresenceDay> {
  const [day] = await work.tx.read<PresenceDay>(
    `select d.version,
       (select jsonb_build_object('id', s.id, 'name', s.name) from staff s where s.id = d.primary_id) as primary,
       (select jsonb_build_object('id', s.id, 'name', s.name) from staff s where s.id = d.backup_id) as backup,
       coalesce((select jsonb_agg(jsonb_build_object(
           'staff', jsonb_build_object('id', s.id, 'name', s.name),
           'from', to_char(a.from_time, 'HH24:MI'), 'to', to_char(a.to_time, 'HH24:MI')) order by a.from_time, s.id)
         from absence a join staff s on s.id = a.staff_id
         where a.committee_id = d.committee_id and a.date = d.date), '[]'::jsonb) as away
     from presence_day d where d.committee_id = $1 and d.date = $2`,
    [committeeId, date],
  );
  return day ?? NOTHING;
}

export interface PresenceEntry {
  readonly primary: string | null;
  readonly backup: string | null;
  readonly away: readonly { readonly staff: string; readonly from: string; readonly to: string }[];
}

/** A first line is inserted, a later one updated: whoever saw another state stops the transaction with the guard. */
const REPLACE = `with first as (
    insert into presence_day (committee_id, date, primary_id, backup_id)
    select $1::uuid, $2::date, $3::uuid, $4::uuid where $5::int = 0
    on conflict do nothing returning 1),
  later as (
    update presence_day set primary_id = $3, backup_id = $4, version = version + 1
    where committee_id = $1 and date = $2 and version = $5 returning 1)
  select expect_one((select count(*) from first) + (select count(*) from later), 'version-conflict')`;

/** Puts a day in the place of the one with this version. */
export function setPresenceOn(
  work: Work,
  committeeId: string,
  date: string,
  version: number,
  { primary, backup, away }: PresenceEntry,
): void {
  work.tx.write(REPLACE, [committeeId, date, primary, backup, version]);
  work.tx.write('delete from absence where committee_id = $1 and date = $2', [committeeId, date]);
  work.tx.write(
    `insert into absence (committee_id, date, staff_id, from_time, to_time)
     select $1, $2, staff, "from", "to" from jsonb_to_recordset($3::jsonb) as a(staff uuid, "from" time, "to" time)`,
    [committeeId, date, JSON.stringify(away)],
  );
}

/** Takes somebody out of a committee's days from a date on. */
export function clearPresence(
  work: Work,
  committeeId: string,
  staffId: string,
  from: string,
): void {
  work.tx.write(
    `update presence_day d set primary_id = nullif(primary_id, $2), backup_id = nullif(backup_id, $2), version = version + 1
     where committee_id = $1 and date >= $3 and ($2 in (primary_id, backup_id) or exists (
       select from absence a where a.committee_id = d.committee_id and a.date = d.date and a.staff_id = $2))`,
    [committeeId, staffId, from],
  );
  work.tx.write('delete from absence where committee_id = $1 and staff_id = $2 and date >= $3', [
    committeeId,
    staffId,
    from,
  ]);
}

/** The people of a committee who are there to be planned, by id. */
export async function colleaguesOf(
  work: Work,
  committeeId: string,
): Promise<ReadonlyMap<string, Somebody>> {
  const rows = await work.tx.read<Somebody>(
    'select id, name from staff where org_id = $1 and left_at is null',
    [committeeId],
  );
  return new Map(rows.map((one) => [one.id, one]));
}
