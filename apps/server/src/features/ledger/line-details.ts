import type { CaseState, CaseStatus, Channel, Outcome } from '@qzt/domain/reception';

/** Everything that is shown of a line, as it is stored: codes plain, what people said encrypted. */
export interface LineRow {
  readonly committee_id: string;
  readonly id: string;
  readonly at: Date;
  readonly at_text: string;
  readonly position: number | null;
  readonly outcome: Outcome | null;
  readonly channel: Channel | null;
  readonly item: string | null;
  readonly case_id: string | null;
  readonly status: CaseStatus | null;
  readonly late: boolean | null;
  readonly confidential: boolean;
  readonly journeys: number | null;
  readonly encounter_id: string | null;
  readonly owner_id: string | null;
  readonly owner_name: string | null;
  readonly ended_at: Date | null;
  readonly entered_late: boolean | null;
  readonly rating_score: number | null;
  readonly rating_of: number | null;
  readonly encounter_key: string | null;
  readonly encounter_master: number | null;
  readonly encounter_wrapped: Buffer | null;
  readonly encounter_words: Buffer | null;
  readonly number: string | null;
  readonly item_version: number | null;
  readonly state: CaseState | null;
  readonly case_key: string | null;
  readonly case_master: number | null;
  readonly case_wrapped: Buffer | null;
  readonly words_key: string | null;
  readonly case_words: Buffer | null;
  readonly resident_id: string | null;
  readonly resident_key: string | null;
  readonly resident_master: number | null;
  readonly resident_wrapped: Buffer | null;
  readonly resident_cipher: Buffer | null;
  readonly door: string | null;
  readonly promised_by: Date | null;
  readonly urgent_since: Date | null;
  readonly first_call_at: Date | null;
  readonly first_step_at: Date | null;
  readonly certificates: string[];
}

export const DETAIL_COLUMNS = `e.owner_id, e.owner_name, e.ended_at, e.entered_late, e.rating_score, e.rating_of,
    e.key_id as encounter_key, ek.master as encounter_master, ek.wrapped as encounter_wrapped, et.cipher as encounter_words,
    c.number, c.service_item_version as item_version, c.state, c.key_id as case_key, ck.master as case_master, ck.wrapped as case_wrapped,
    ct.key_id as words_key, ct.cipher as case_words,
    r.id as resident_id, r.key_id as resident_key, rk.master as resident_master, rk.wrapped as resident_wrapped, r.cipher as resident_cipher,
    d.door, promised.due_at as promised_by, alarm.at as urgent_since, acted.first_call_at, acted.first_step_at, papers.certificates`;

/** What is joined to the lines `l` for it. What was promised last stands with the promise, kept or not. */
export const DETAIL_JOINS = `left join encounter e on e.committee_id = l.committee_id and e.id = l.encounter_id
  left join data_key ek on ek.committee_id = l.committee_id and ek.id = e.key_id
  left join personal_text et on et.committee_id = l.committee_id and et.id = e.id
  left join case_file c on c.committee_id = l.committee_id and c.id = l.case_id
  left join data_key ck on ck.committee_id = l.committee_id and ck.id = c.key_id
  left join personal_text ct on ct.committee_id = l.committee_id and ct.id = c.id
  left join resident r on r.committee_id = l.committee_id and r.id = coalesce(c.resident_id, e.resident_id)
  left join data_key rk on rk.committee_id = l.committee_id and rk.id = r.key_id
  left join household h on h.committee_id = l.committee_id and h.id = coalesce(r.household_id, e.household_id)
  left join dwelling d on d.committee_id = l.committee_id and d.id = h.dwelling_id
  left join lateral (
    select p.due_at from promise p where p.committee_id = l.committee_id and p.case_id = l.case_id and p.kind in ('accept', 'limit')
    order by p.created_at desc, p.id desc limit 1) promised on true
  left join lateral (
    select v.seq, v.at from case_event v where v.committee_id = l.committee_id and v.case_id = l.case_id
      and (v.type = 'alarm' or (v.type = 'register' and v.data->>'urgent' = 'true')) order by v.seq limit 1) alarm on true
  left join lateral (
    select min(v.at) filter (where v.type = 'call') as first_call_at, min(v.at) as first_step_at
    from case_event v where v.committee_id = l.committee_id and v.case_id = l.case_id and v.seq > alarm.seq) acted on true
  left join lateral (
    select coalesce(array_agg(p.number || case p.status when 'void' then '(已作废)' else '' end order by p.issued_at, p.number), '{}') as certificates
    from issued_certificate p where p.committee_id = l.committee_id and p.case_id = l.case_id and p.number is not null) papers on true`;
