import type { Work } from '../../platform/transact.ts';
import { CASE_COLUMNS, CASE_JOINS, type CaseRow } from './case.store.ts';

export interface CaseFilter {
  readonly status?: string;
  /** Of a worker, for whom there is an index; or of anybody, worker or office. */
  readonly handler?: { readonly me: string } | { readonly id: string } | undefined;
  readonly firstAsked?: string;
  /** As it is told to people: one committee has it once. */
  readonly number?: string;
  readonly before?: { readonly at: string; readonly id: string };
  readonly limit: number;
}

/** Collects values and gives each its number in the statement. */
class Values {
  readonly all: unknown[] = [];
  add(value: unknown): string {
    this.all.push(value);
    return `$${this.all.length}`;
  }
}

/** Only what is asked for stands in the text: a statement without idle conditions is planned once and well. */
function conditionsOf(filter: CaseFilter, values: Values): string {
  const { status, handler, firstAsked, number, before } = filter;
  const conditions: string[] = [];
  if (status === 'open') conditions.push("c.status <> 'closed'");
  else if (status) conditions.push(`c.status = ${values.add(status)}`);
  if (handler && 'me' in handler) conditions.push(`c.handler_id = ${values.add(handler.me)}`);
  if (handler && 'id' in handler) {
    const id = values.add(handler.id);
    conditions.push(`(c.handler_id = ${id} or c.handler_org_id = ${id})`);
  }
  if (firstAsked) conditions.push(`c.first_asked_id = ${values.add(firstAsked)}`);
  if (number) conditions.push(`c.number = ${values.add(number)}`);
  if (before)
    conditions.push(
      `(c.created_at, c.id) < (${values.add(before.at)}::timestamptz, ${values.add(before.id)}::uuid)`,
    );
  return conditions.map((condition) => ` and ${condition}`).join('');
}

const NEWEST = 'order by c.created_at desc, c.id desc limit';

/**
 * The newest cases in scope. Each committee gives its newest by its own index before anything is joined: a sorted
 * index cannot serve "one of several committees".
 */
export function newestCases(work: Work, filter: CaseFilter): Promise<CaseRow[]> {
  const { committees, org } = work.actor.scope;
  const values = new Values();
  const limit = values.add(filter.limit);
  const cases =
    committees.length > 0
      ? `unnest(${values.add(committees)}::uuid[]) as own(committee_id) cross join lateral (
           select c.* from case_file c where c.committee_id = own.committee_id${conditionsOf(filter, values)} ${NEWEST} ${limit}) c`
      : `(select c.* from case_file c where c.handler_org_id = ${values.add(org)} and c.handler_org_id <> c.committee_id${conditionsOf(filter, values)} ${NEWEST} ${limit}) c`;
  return work.tx.read<CaseRow>(
    `select ${CASE_COLUMNS} from ${cases} ${CASE_JOINS} ${NEWEST} ${limit}`,
    values.all,
  );
}
