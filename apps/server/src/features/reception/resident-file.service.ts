import type { ResidentFile } from '@qzt/contract/household';
import { maskName, maskPhone } from '@qzt/domain/household';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { notFound } from '../../platform/refusal.ts';
import { transact, type Work } from '../../platform/transact.ts';
import { findResident, knownOf, membersOf, type Resident } from '../household/index.ts';
import { type CaseRow, keyOf } from './case.store.ts';
import { caseLine, factsOf } from './case.view.ts';
import { type CaseGround, shownNow, versionOf } from './case-ground.ts';
import type { StoredEncounter } from './encounter.store.ts';
import { casesOfResident, contactsOf } from './resident-file.store.ts';

/** What fits on the right of the desk; the whole time line is a page of its own. */
const CONTACTS = 8;
const CASES = 20;

const ERASED = '(已按请求删除)';

/**
 * Opens the file of the resident who is at the desk: whole name, household, last contacts, cases. What is confidential
 * is there for those alone who may see it. The log says who looked and why. Errors: `not-permitted`, `not-found`.
 */
export function openResident(
  ground: CaseGround,
  actor: Actor,
  { id, purpose }: { readonly id: string; readonly purpose: string },
): Promise<ResidentFile> {
  permit(actor, 'resident.unmask');
  return transact(ground, actor, purpose, async (work) => {
    const resident = await findResident(work, id);
    if (resident === undefined) throw notFound('没有找到这位居民');
    const { committeeId } = resident;
    const [members, contacts, cases] = await Promise.all([
      membersOf(work, resident.householdId),
      contactsOf(work, committeeId, id, CONTACTS),
      casesOfResident(work, committeeId, id, CASES),
    ]);
    work.audit({ action: 'resident.open', subject: 'resident', subjectId: id, committeeId });
    return {
      ...personOf(resident, work.now),
      door: resident.door,
      householdId: resident.householdId,
      ...(resident.facts?.phone ? { phone: maskPhone(resident.facts.phone) } : {}),
      members: members.filter((one) => one.id !== id).map((one) => memberOf(one, work.now)),
      contacts: contacts.flatMap(({ view }) => linesOf(view)).slice(0, CONTACTS),
      cases: await Promise.all(cases.map((row) => lineOf(ground, work, row))),
    };
  });
}

const personOf = ({ id, facts, relation }: Resident, now: Date) => ({
  id,
  name: facts?.name ?? ERASED,
  relation,
  ...knownOf(facts, now),
});

/** Whoever is not at the desk himself stays masked. */
const memberOf = (member: Resident, now: Date): ResidentFile['members'][number] => ({
  ...personOf(member, now),
  name: member.facts ? maskName(member.facts.name) : ERASED,
});

const linesOf = ({
  channel,
  startedAt,
  needs,
}: StoredEncounter['view']): ResidentFile['contacts'] =>
  needs.map(({ id, words, outcome, caseId }) => ({
    id,
    at: startedAt,
    channel,
    words,
    outcome,
    ...(caseId === undefined ? {} : { caseId }),
  }));

async function lineOf(
  ground: CaseGround,
  work: Work,
  row: CaseRow,
): Promise<ResidentFile['cases'][number]> {
  const state = await shownNow(ground, row.committee_id, row.state, work.now);
  const item = await versionOf(ground, row, work.now);
  return caseLine(factsOf({ ...row, state }, keyOf(work, row), item), work.actor, work.now);
}
