import type { CaseCreate, CaseView } from '@qzt/contract/reception';
import {
  caseNumber,
  type EventDraft,
  type RegisterCommand,
  refuseAtOnce,
  register,
  settle as settleOnTheSpot,
} from '@qzt/domain/reception';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { newId } from '../../platform/random.ts';
import { wrongField } from '../../platform/refusal.ts';
import type { Repeat } from '../../platform/repeat.ts';
import { makeKey } from '../../platform/subject/index.ts';
import { localDate } from '../../platform/time.ts';
import { isGuard, transact, violated, type Work } from '../../platform/transact.ts';
import type { ItemVersion } from '../catalogue/index.ts';
import { owe, owedBy } from '../promise/index.ts';
import type { Caller } from './caller.ts';
import * as store from './case.store.ts';
import { caseActor, caseView, newEvent } from './case.view.ts';
import { type CaseGround, contextOf, fold, idExists, idTaken, shownNow } from './case-ground.ts';
import { type Contact, contactOf, tripsOf } from './contact.ts';
import { hideEncounter, tieNeed } from './encounter.store.ts';
import { codeMaterials } from './material-names.ts';
import { tell } from './tell.ts';
import { trackOf } from './track.ts';

/** A number is taken about once in ten thousand registrations of a busy day; three more tries are ample. */
const NUMBER_TRIES = 4;

/** What another room adds to the opening of a case, in the same transaction. */
export interface Opening {
  /** The case is refused at once, with where else to go. */
  readonly refuse: {
    readonly reason: string;
    readonly instead: { office: string; phone?: string };
  };
  /** Writes what the room keeps beside the case. `eventId`: of the last event. */
  readonly also: (
    work: Work,
    at: { readonly committeeId: string; readonly eventId: string },
  ) => Promise<void>;
}

/**
 * Opens a case under the first-asked responsibility of the actor. With an `opening` it is refused in the same breath.
 * Errors: `not-permitted`, `not-found` (resident, encounter), `invalid-input` (item, need), `id-exists`.
 */
export async function createCase(
  ground: CaseGround,
  actor: Actor,
  input: CaseCreate,
  repeat: Repeat,
  opening?: Opening,
): Promise<CaseView> {
  permit(actor, 'case.register');
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await transact(
        ground,
        actor,
        '登记办件',
        (work) => open(ground, work, input, attempt, opening),
        repeat,
      );
    } catch (error) {
      if (violated(error, 'case_file_committee_id_number_key') && attempt < NUMBER_TRIES) continue;
      if (idTaken(error)) throw await idExists(ground, actor, input.id);
      if (isGuard(error, 'need-taken'))
        throw wrongField('needId', '这件事已经登记过办件了', 'taken');
      throw error;
    }
  }
}

async function open(
  ground: CaseGround,
  work: Work,
  input: CaseCreate,
  attempt: number,
  opening: Opening | undefined,
): Promise<CaseView> {
  const committeeId = work.actor.org.id;
  const item = await itemOf(ground, input.serviceItem, work.now);
  const context = await contextOf(ground, committeeId, item);
  const contact = await contactOf(work, input);
  const key =
    contact.resident?.key ?? contact.encounter?.key ?? makeKey(work, committeeId, 'case', input.id);
  work.tellsOf(key);
  const { materials, names } = codeMaterials(
    key,
    item?.body.materials ?? [],
    input.materials ?? [],
  );
  const command = commandOf({ ...input, ...dutyOf(ground, input), materials }, item, contact);
  const staff = caseActor(work.actor);
  const at = work.now.toISOString();
  const drafts = (): EventDraft[] => {
    if (opening) return refuseAtOnce(command, opening.refuse, staff, at);
    if (input.settle) return settleOnTheSpot(command, input.settle.answer, staff, at);
    return [register(command, staff, at)];
  };
  const events = drafts().map(
    (draft, index): store.NumberedEvent => ({
      ...withoutTitle(draft),
      seq: index + 1,
      id: newId(work.now.getTime() + index),
    }),
  );
  const state = fold(undefined, events, { ...context, encounters: tripsOf(contact.encounter) });
  const visitor = contact.encounter?.view.visitor;
  const said = contact.encounter?.view.needs.find((need) => need.id === contact.needId)?.words;
  const words: store.CaseWords = {
    title: input.title,
    ...(input.safePhone ? { safePhone: input.safePhone } : {}),
    ...(said === undefined ? {} : { said }),
    ...(visitor ? { visitor: visitor as Caller } : {}),
    ...(Object.keys(names).length > 0 ? { names } : {}),
  };
  const number = caseNumber(input.id, localDate(work.now), attempt);
  store.insertCase(work, { committeeId, id: input.id, number, key, state, words, version: 1 });
  store.insertEvents(work, key, input.id, events);
  await opening?.also(work, { committeeId, eventId: events.at(-1)?.id ?? input.id });
  if (contact.needId) tieNeed(work, committeeId, contact.needId, input.id);
  if (state.confidential && input.encounterId)
    hideEncounter(work, committeeId, input.encounterId, [input.id]);
  const owed = owedBy(committeeId, input.id, state, work.now, context);
  if (owed) owe(work, owed);
  tell(work, committeeId, input.id, events, state);
  work.audit({ action: 'case.register', subject: 'case', subjectId: input.id, committeeId });
  const facts = {
    id: input.id,
    number,
    committeeId,
    state: await shownNow(ground, committeeId, state, work.now),
    words,
    item,
    version: 1,
    resident: contact.resident?.facts,
  };
  const shown = events.map((event) => newEvent(event, words));
  const track = await trackOf(ground, work.actor, facts);
  return caseView(facts, shown, work.actor, work.now, track);
}

/** What follows from the danger that was said. */
function dutyOf(
  { dangers }: CaseGround,
  { danger, confidential, mandatoryReport }: CaseCreate,
): Pick<CaseCreate, 'confidential' | 'mandatoryReport'> {
  if (danger === undefined) return {};
  const fact = dangers.fact(danger);
  if (fact === undefined) throw wrongField('danger', '急事卡里没有这一种,请重新选', 'unknown');
  return {
    confidential: confidential === true || fact.confidential,
    mandatoryReport: mandatoryReport === true || fact.mandatoryReport,
  };
}

/** The title stands once, with the case; the event keeps codes and references. */
const withoutTitle = (draft: EventDraft): EventDraft =>
  draft.type === 'register' ? { ...draft, text: null } : draft;

const commandOf = (
  input: CaseCreate,
  item: ItemVersion | undefined,
  contact: Contact,
): RegisterCommand => ({
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

async function itemOf(
  ground: CaseGround,
  code: string | undefined,
  now: Date,
): Promise<ItemVersion | undefined> {
  if (code === undefined) return undefined;
  return ground.catalogue.offered(code, localDate(now), 'serviceItem');
}
