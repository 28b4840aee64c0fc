import type { CaseCreate, CaseView, EventCreate } from '@qzt/contract/reception';
import {
  applyEvent,
  type CaseCommand,
  type CaseContext,
  type CaseEvent,
  type CaseState,
  caseNumber,
  decide,
  type EventDraft,
  type RegisterCommand,
  register,
  settle as settleOnTheSpot,
  type Trip,
} from '@qzt/domain/reception';
import { PROMISE_DEFAULTS } from '@qzt/domain/promise';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { notFound, Refusal, wrongField } from '../../platform/refusal.ts';
import type { Repeat } from '../../platform/repeat.ts';
import { makeKey, type SubjectKey } from '../../platform/subject/index.ts';
import { localDate } from '../../platform/time.ts';
import { type Ground, transact, violated, type Work } from '../../platform/transact.ts';
import type { Catalogue, ItemVersion } from '../catalogue/index.ts';
import { findResident, type Resident } from '../household/index.ts';
import type { Directory } from '../org/index.ts';
import { owe, owedBy, sameOwed, settle, type WorkingTimes } from '../promise/index.ts';
import { decideContext } from './decide-context.ts';
import * as store from './case.store.ts';
import { caseActor, caseView, factsOf, newEvent, storedEvent } from './case.view.ts';
import { findEncounter, hideEncounter, type StoredEncounter, tieNeed } from './encounter.store.ts';
import { recipientOf } from './messages.ts';
import { post } from './outbox.store.ts';

/** A number is taken about once in ten thousand registrations of a busy day; three more tries are ample. */
const NUMBER_TRIES = 4;

/** What the cases of a committee need from the other rooms. */
export interface CaseGround extends Ground {
  readonly catalogue: Catalogue;
  readonly directory: Directory;
  readonly workingTimes: WorkingTimes;
}

interface Contact {
  readonly encounter: StoredEncounter | undefined;
  readonly needId: string | undefined;
  readonly resident: Resident | undefined;
}

/**
 * Opens a case under the first-asked responsibility of the actor.
 * Errors: `not-permitted`, `not-found` (resident, encounter), `invalid-input` (item, need), `id-exists`.
 */
export async function createCase(ground: CaseGround, actor: Actor, input: CaseCreate, repeat: Repeat): Promise<CaseView> {
  permit(actor, 'case.register');
  const now = ground.clock.now();
  const item = await itemOf(ground, input.serviceItem, now);
  const context = await contextOf(ground, actor.org.id, item);
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await transact(
        ground,
        actor,
        '登记办件',
        (work) => open(work, input, item, context, attempt),
        repeat,
      );
    } catch (error) {
      if (violated(error, 'case_file_committee_id_number_key') && attempt < NUMBER_TRIES) continue;
      if (violated(error, 'case_file_pkey')) throw await idExists(ground, actor, input.id);
      if (isGuard(error, 'need-taken')) throw wrongField('needId', '这件事已经登记过办件了', 'taken');
      throw error;
    }
  }
}

async function open(
  work: Work,
  input: CaseCreate,
  item: ItemVersion | undefined,
  context: CaseContext,
  attempt: number,
): Promise<CaseView> {
  const committeeId = work.actor.org.id;
  const contact = await contactOf(work, input);
  const command = commandOf(input, item, contact);
  const staff = caseActor(work.actor);
  const at = work.now.toISOString();
  const drafts: EventDraft[] = input.settle
    ? settleOnTheSpot(command, input.settle.answer, staff, at)
    : [register(command, staff, at)];
  const events = drafts.map((draft, index): store.NumberedEvent => ({
    ...withoutTitle(draft),
    seq: index + 1,
    id: uuidv7({ msecs: work.now.getTime() + index }),
  }));
  const state = fold(undefined, events, { ...context, encounters: tripsOf(contact.encounter) });
  const key = contact.resident?.key ?? contact.encounter?.key ?? makeKey(work, committeeId, 'case', input.id);
  const visitor = contact.encounter?.view.visitor;
  const words: store.CaseWords = {
    title: input.title,
    ...(input.safePhone ? { safePhone: input.safePhone } : {}),
    ...(visitor?.phone ? { visitor: { phone: visitor.phone, ...(visitor.name ? { name: visitor.name } : {}) } } : {}),
  };
  const number = caseNumber(input.id, localDate(work.now), attempt);
  store.insertCase(work, { committeeId, id: input.id, number, key, state, words, version: 1 });
  store.insertEvents(work, key, input.id, events);
  if (contact.needId) tieNeed(work, committeeId, contact.needId, input.id);
  if (state.confidential && input.encounterId) hideEncounter(work, committeeId, input.encounterId);
  const owed = owedBy(committeeId, input.id, state, work.now, context);
  if (owed) owe(work, owed);
  tell(work, committeeId, input.id, events, state);
  work.audit({ action: 'case.register', subject: 'case', subjectId: input.id, committeeId });
  const facts = { id: input.id, number, committeeId, state, words, item, version: 1, resident: contact.resident?.facts };
  return caseView(facts, registeredEvents(events, words), work.actor, work.now);
}

/** The title stands once, with the case; the event keeps codes and references. */
const withoutTitle = (draft: EventDraft): EventDraft =>
  draft.type === 'register' ? { ...draft, text: null } : draft;

const registeredEvents = (events: readonly store.NumberedEvent[], words: store.CaseWords) =>
  events.map((event) =>
    newEvent(
      event.type === 'register'
        ? { ...event, text: { data: { title: words.title, ...(words.safePhone ? { safePhone: words.safePhone } : {}) } } }
        : event,
    ),
  );

const fold = (state: CaseState | undefined, events: readonly CaseEvent[], context: CaseContext): CaseState => {
  let next = state;
  for (const event of events) next = applyEvent(next, event, context);
  if (next === undefined) throw new Error('a case without events');
  return next;
};

/** The contact that a case comes from: the encounter with its need, and the person if known. */
async function contactOf(work: Work, input: CaseCreate): Promise<Contact> {
  const [encounter, named] = await Promise.all([
    input.encounterId ? findEncounter(work, input.encounterId) : undefined,
    input.residentId ? findResident(work, input.residentId) : undefined,
  ]);
  if (input.encounterId && !encounter) throw notFound('没有找到这次接触');
  if (input.residentId && !named) throw notFound('没有找到这位居民');
  const known = encounter?.view.residentId;
  const resident = named ?? (known ? await findResident(work, known) : undefined);
  return { encounter, needId: encounter && needOf(encounter, input.needId), resident };
}

function needOf(encounter: StoredEncounter, given: string | undefined): string | undefined {
  const { needs } = encounter.view;
  if (given !== undefined) {
    if (!needs.some((need) => need.id === given)) throw wrongField('needId', '这次接触里没有这件事', 'unknown');
    return given;
  }
  const open = needs.filter((need) => need.outcome === 'case' && need.caseId === undefined);
  if (open.length > 1) throw wrongField('needId', '这次接触有几件事,请指明是哪一件', 'ambiguous');
  return open[0]?.id;
}

const commandOf = (input: CaseCreate, item: ItemVersion | undefined, contact: Contact): RegisterCommand => ({
  ...input,
  ...(item
    ? {
        item: {
          code: item.code,
          version: item.version,
          serviceLine: item.body.serviceLine,
          materials: item.body.materials,
          handOver: item.body.handOver,
          confidential: item.body.confidential,
          urgent: item.body.urgent,
        },
      }
    : {}),
  residentId: contact.resident?.id,
  needId: contact.needId,
  visitorPhone: contact.encounter?.view.visitor?.phone !== undefined,
});

const tripsOf = (encounter: StoredEncounter | undefined): Trip[] =>
  encounter
    ? [
        {
          channel: encounter.view.channel,
          startedAt: encounter.view.startedAt,
          ...(encounter.view.journey === undefined ? {} : { journey: encounter.view.journey }),
        },
      ]
    : [];

function tell(work: Work, committeeId: string, caseId: string, events: readonly store.NumberedEvent[], state: CaseState): void {
  // Several steps in one go are one step to whoever is told: the last one that tells them anything.
  for (const event of [...events].reverse()) {
    const recipient = recipientOf(event, state);
    if (recipient === undefined) continue;
    post(work, { committeeId, caseId, eventId: event.id, recipient, template: event.type });
    return;
  }
}

async function itemOf(ground: CaseGround, code: string | undefined, now: Date): Promise<ItemVersion | undefined> {
  if (code === undefined) return undefined;
  const item = await ground.catalogue.item(code, localDate(now));
  if (item === undefined) throw wrongField('serviceItem', `没有 ${code} 这个事项,请重新选`, 'unknown');
  return item;
}

async function contextOf(ground: CaseGround, committeeId: string, item: ItemVersion | undefined): Promise<CaseContext> {
  return {
    ...(await ground.workingTimes.of(committeeId)),
    limitWorkingDays: item?.body.limitWorkingDays ?? null,
    params: PROMISE_DEFAULTS,
  };
}

const isGuard = (error: unknown, what: string): boolean =>
  error instanceof Error && 'code' in error && error.code === 'QZ001' && error.message === what;

/** An id that exists: with its version where the actor may know of it, not found where not. */
async function idExists(ground: CaseGround, actor: Actor, id: string): Promise<Refusal> {
  const row = await transact(ground, actor, '查重', (work) => store.findCase(work, id));
  return row ? new Refusal('id-exists', { version: row.version }) : new Refusal('not-found');
}

/** Reads one case; the log says who looked. Errors: `not-found`. */
export function readCase(ground: CaseGround, actor: Actor, id: string): Promise<CaseView> {
  permitOrHide(actor);
  return transact(ground, actor, '查看办件', async (work) => {
    const [row, events] = await Promise.all([store.findCase(work, id), store.findEvents(work, id)]);
    if (row === undefined) throw notFound('没有找到这个办件');
    work.audit({ action: 'case.read', subject: 'case', subjectId: id, committeeId: row.committee_id });
    return viewOf(ground, work, row, events);
  });
}

/** Whoever may not read cases at all is told that there is none. */
const permitOrHide = (actor: Actor): void => {
  if (!actor.permissions.has('case.read')) throw notFound('没有找到这个办件');
};

async function viewOf(ground: CaseGround, work: Work, row: store.CaseRow, events: readonly store.EventRow[]): Promise<CaseView> {
  const key = store.keyOf(work, row);
  const facts = factsOf(row, key, await versionOf(ground, row, work.now));
  return caseView(facts, events.map((event) => storedEvent(event, key, facts.words)), work.actor, work.now);
}

export const versionOf = async (ground: CaseGround, row: store.CaseRow, now: Date): Promise<ItemVersion | undefined> =>
  row.service_item !== null && row.service_item_version !== null
    ? ground.catalogue.version(row.service_item, row.service_item_version, localDate(now))
    : undefined;

/**
 * The next step of a case. Errors: `not-found`, `version-conflict`, `transition-not-allowed`, `not-permitted`,
 * `invalid-input`, `id-exists`.
 */
export async function addEvent(
  ground: CaseGround,
  actor: Actor,
  id: string,
  version: number,
  input: EventCreate,
  repeat: Repeat,
): Promise<CaseView> {
  permitOrHide(actor);
  try {
    return await transact(ground, actor, '办理办件', (work) => step(ground, work, id, version, input), repeat);
  } catch (error) {
    if (isGuard(error, 'version-conflict')) throw await conflict(ground, actor, id);
    if (violated(error, 'case_event_pkey')) throw await conflict(ground, actor, id);
    if (violated(error, 'case_event_committee_id_id_key') || violated(error, 'personal_text_pkey'))
      throw await idExists(ground, actor, id);
    throw error;
  }
}

async function conflict(ground: CaseGround, actor: Actor, id: string): Promise<Refusal> {
  const row = await transact(ground, actor, '查看版本', (work) => store.findCase(work, id));
  return row ? new Refusal('version-conflict', { version: row.version }) : notFound();
}

async function step(ground: CaseGround, work: Work, id: string, version: number, input: EventCreate): Promise<CaseView> {
  const [row, before] = await Promise.all([store.findCase(work, id), store.findEvents(work, id)]);
  if (row === undefined) throw notFound('没有找到这个办件');
  if (row.version !== version) throw new Refusal('version-conflict', { version: row.version });
  const item = await versionOf(ground, row, work.now);
  const context = await decideContext(ground, work, row, await contextOf(ground, row.committee_id, item), input);
  const drafts = decide(row.state, input as CaseCommand, caseActor(work.actor), work.now.toISOString(), context);
  const events = drafts.map((draft, index): store.NumberedEvent => ({
    ...draft,
    seq: before.length + 1 + index,
    id: index === 0 ? input.id : uuidv7(),
  }));
  const state = fold(row.state, events, context);
  const key = keyFor(work, row);
  store.insertEvents(work, key, id, events);
  store.updateCase(work, row.committee_id, id, version, state);
  keepPromises(work, row, state, context);
  tell(work, row.committee_id, id, events, state);
  work.audit({
    action: `case.${input.type}`,
    subject: 'case',
    subjectId: id,
    committeeId: row.committee_id,
    facts: { seq: before.length + 1 },
  });
  const facts = factsOf({ ...row, state, version: version + 1 }, key, item);
  const views = [...before.map((event) => storedEvent(event, key, facts.words)), ...events.map(newEvent)];
  return caseView(facts, views, work.actor, work.now);
}

/** A case whose person was erased goes on under a key of its own; what was erased stays erased. */
const keyFor = (work: Work, row: store.CaseRow): SubjectKey =>
  store.keyOf(work, row) ?? makeKey(work, row.committee_id, 'case', row.id);

/** What was owed is kept, broken or dropped; what is owed now is written down. */
function keepPromises(work: Work, row: store.CaseRow, state: CaseState, context: CaseContext): void {
  const was = owedBy(row.committee_id, row.id, row.state, work.now, context);
  const is = owedBy(row.committee_id, row.id, state, work.now, context);
  if (sameOwed(was, is)) return;
  if (was) settle(work, row.committee_id, row.id, was.kind === is?.kind ? 'dropped' : 'done');
  if (is) owe(work, is);
}
