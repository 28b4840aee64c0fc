import type { EncounterCreate, EncounterView } from '@qzt/contract/reception';
import { journeysAfter, missingOfEncounter } from '@qzt/domain/reception';
import type { Actor } from '../../platform/actor.ts';
import { type Page, type Position, pageOf } from '../../platform/page.ts';
import { permit } from '../../platform/permit.ts';
import { notFound, wrongField } from '../../platform/refusal.ts';
import type { Repeat } from '../../platform/repeat.ts';
import { makeKey, type SubjectKey } from '../../platform/subject/index.ts';
import { localDate } from '../../platform/time.ts';
import { againAfter, transact, violated, type Work } from '../../platform/transact.ts';
import { findResident, householdExists } from '../household/index.ts';
import { type CaseRow, findCase, setJourneys } from './case.store.ts';
import { type CaseGround, idExists, idTaken } from './case-ground.ts';
import {
  findEncounter,
  hideEncounter,
  insertEncounter,
  newestEncounters,
} from './encounter.store.ts';

/** Clocks of cheap phones are off; what is further ahead than this is a slip of the finger. */
const AHEAD_MS = 24 * 3_600_000;

/**
 * Records one contact. Errors: `not-permitted`, `not-found` (resident, household, case), `invalid-input` (item, time), `id-exists`.
 */
export async function createEncounter(
  ground: CaseGround,
  actor: Actor,
  input: EncounterCreate,
  repeat: Repeat,
): Promise<EncounterView> {
  permit(actor, 'encounter.write');
  try {
    return await againAfter('version-conflict', () =>
      transact(
        ground,
        actor,
        '登记接触',
        async (work) => (await recordContact(ground, work, input)).view,
        repeat,
      ),
    );
  } catch (error) {
    if (idTaken(error)) throw await idExists(ground, actor, input.id);
    if (violated(error, 'encounter_need_pkey'))
      throw wrongField('needs', '这件事的编号已经用过,请刷新页面再试', 'taken');
    throw error;
  }
}

async function checkInput(ground: CaseGround, input: EncounterCreate): Promise<void> {
  const now = ground.clock.now();
  if (Date.parse(input.startedAt) > now.getTime() + AHEAD_MS)
    throw wrongField('startedAt', '时间在将来,请检查日期', 'in-future');
  for (const [index, need] of input.needs.entries())
    if (need.serviceItem)
      await ground.catalogue.offered(
        need.serviceItem,
        localDate(now),
        `needs.${index}.serviceItem`,
      );
}

/** The cases that the needs are about. Errors: `not-found` for one that the actor may not know of. */
async function casesOf(work: Work, { needs }: EncounterCreate): Promise<CaseRow[]> {
  const ids = new Set(needs.flatMap(({ caseId }) => caseId ?? []));
  const found = await Promise.all([...ids].map((id) => findCase(work, id)));
  return found.map((row) => {
    if (row === undefined) throw notFound('没有找到这个办件');
    return row;
  });
}

/** A later contact about a case can be one more trip of the resident. */
function countTrip(
  work: Work,
  row: CaseRow,
  { channel, startedAt, journey }: EncounterCreate,
): void {
  const trip = { channel, startedAt, ...(journey === undefined ? {} : { journey }) };
  const journeys = journeysAfter(row.state.journeys, trip);
  if (journeys !== row.state.journeys) setJourneys(work, row, journeys);
}

/**
 * Records a contact inside an act of another feature. Answers it with the key under which everything said in it lies.
 * Errors: `not-found`, `invalid-input`.
 */
export async function recordContact(
  ground: CaseGround,
  work: Work,
  input: EncounterCreate,
): Promise<{ readonly view: EncounterView; readonly key: SubjectKey }> {
  await checkInput(ground, input);
  const { actor } = work;
  const committeeId = actor.org.id;
  const resident = input.residentId ? await findResident(work, input.residentId) : undefined;
  if (input.residentId && !resident) throw notFound('没有找到这位居民');
  if (input.householdId && !(await householdExists(work, committeeId, input.householdId)))
    throw notFound('没有找到这户人家');
  const cases = await casesOf(work, input);
  const hidden = cases.filter((row) => row.state.confidential).map((row) => row.id);
  const key = resident?.key ?? makeKey(work, committeeId, 'encounter', input.id);
  work.tellsOf(key);
  insertEncounter(work, committeeId, key, input);
  for (const row of cases) countTrip(work, row, input);
  if (hidden.length > 0) hideEncounter(work, committeeId, input.id, hidden);
  work.audit({
    action: 'encounter.record',
    subject: 'encounter',
    subjectId: input.id,
    committeeId,
  });
  const view = {
    ...(input as Omit<EncounterView, 'committeeId' | 'owner' | 'missing' | 'version'>),
    committeeId,
    owner: { id: actor.id, name: actor.name },
    missing: missingOfEncounter(input),
    version: 1,
  };
  return { view, key };
}

/** One contact; the log says who looked. Errors: `not-found`. */
export function readEncounter(
  ground: CaseGround,
  actor: Actor,
  id: string,
): Promise<EncounterView> {
  return transact(ground, actor, '查看接触', async (work) => {
    const found = actor.permissions.has('encounter.read')
      ? await findEncounter(work, id)
      : undefined;
    if (found === undefined) throw notFound('没有找到这次接触');
    work.audit({
      action: 'encounter.read',
      subject: 'encounter',
      subjectId: id,
      committeeId: found.view.committeeId,
    });
    return found.view;
  });
}

/** The newest contacts in scope. Errors: `not-permitted`. */
export function listEncounters(
  ground: CaseGround,
  actor: Actor,
  query: { readonly limit: number; readonly after: Position | undefined },
): Promise<Page<EncounterView>> {
  permit(actor, 'encounter.read');
  return transact(ground, actor, '查看接触', async (work) => {
    const found = await newestEncounters(work, query.limit + 1, query.after);
    work.audit({ action: 'encounter.list', subject: 'encounter', facts: { found: found.length } });
    // The position is the stored time: the view's is cut to the second, and would skip what lies behind it.
    const page = pageOf(found, query.limit, (one) => ({ at: one.startedAt, id: one.view.id }));
    return { ...page, items: page.items.map((one) => one.view) };
  });
}
