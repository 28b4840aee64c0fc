import type { Register } from '@qzt/domain/ledger';

/**
 * Where the lines of a register come from. `$1`: the committees, `$2` and `$3`: the instants between which they lie.
 * Row-level security is what hides a confidential case, its contact and its needs: whatever counts here counts only
 * what the reader may see. A need whose case is out of sight is no line either.
 */
const CASE_PART =
  "c.id as case_id, c.status, c.ending, c.due_at, coalesce((c.state->>'journeys')::int, e.journey, (e.channel = 'desk')::int) as journeys, (coalesce(c.confidential, false) or coalesce(cardinality(e.confidential_cases) > 0, false)) as confidential";

const RECEPTION = `select e.committee_id, n.id, e.started_at as at, e.id as encounter_id, n.id as need_id, n.position, n.outcome, e.channel,
      coalesce(c.service_item, n.service_item) as item, ${CASE_PART}
    from encounter e
    join encounter_need n on n.committee_id = e.committee_id and n.encounter_id = e.id
    left join case_file c on c.committee_id = n.committee_id and c.id = n.case_id
    where e.committee_id = any ($1::uuid[]) and e.started_at >= $2::timestamptz and e.started_at < $3::timestamptz
      and (n.case_id is null or c.id is not null)
  union all
  select c.committee_id, c.id, c.created_at, e.id, null, null, null, e.channel, c.service_item, ${CASE_PART}
    from case_file c
    left join encounter e on e.committee_id = c.committee_id and e.id = c.encounter_id
    where c.committee_id = any ($1::uuid[]) and c.created_at >= $2::timestamptz and c.created_at < $3::timestamptz
      and not exists (select from encounter_need n where n.committee_id = c.committee_id and n.case_id = c.id)`;

/** One line for each case, however often somebody came about it. */
const casesThat = (condition: string): string =>
  `select c.committee_id, c.id, c.created_at as at, e.id as encounter_id, n.id as need_id, n.position, n.outcome, e.channel,
      c.service_item as item, ${CASE_PART}
    from case_file c
    left join encounter e on e.committee_id = c.committee_id and e.id = c.encounter_id
    left join encounter_need n on n.committee_id = c.committee_id and n.encounter_id = c.encounter_id and n.case_id = c.id
    where c.committee_id = any ($1::uuid[]) and c.created_at >= $2::timestamptz and c.created_at < $3::timestamptz and ${condition}`;

/** The registers of contacts and cases; what is lent is read from the room of lending. */
export type MatterRegister = Exclude<Register, 'loan'>;

export const SOURCES: Readonly<Record<MatterRegister, string>> = {
  reception: RECEPTION,
  // Also a matter of another kind for which a paper was written.
  certificate: casesThat(
    `(c.kind = 'certificate' or exists (select from issued_certificate p
        where p.committee_id = c.committee_id and p.case_id = c.id and p.number is not null))`,
  ),
  // Also what turned out to be no urgent matter: the alarm ran, and somebody answered it.
  urgent: casesThat(
    `(c.urgent or exists (select from case_event v
        where v.committee_id = c.committee_id and v.case_id = c.id and v.type = 'all-clear'))`,
  ),
};
