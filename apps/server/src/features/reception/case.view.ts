import type { CaseLine, CaseView } from '@qzt/contract/reception';
import { requirementNotice } from '@qzt/domain/catalogue';
import { maskName } from '@qzt/domain/household';
import {
  allowedActions,
  type CaseActor,
  type CaseState,
  flagsOf,
  withText,
} from '@qzt/domain/reception';
import type { Actor } from '../../platform/actor.ts';
import { readText, type SubjectKey } from '../../platform/subject/index.ts';
import { toOffset } from '../../platform/time.ts';
import { type ItemVersion, isOfficial } from '../catalogue/index.ts';
import type { ResidentFacts } from '../household/index.ts';
import { type Contacted, callerOf, masked, pick } from './caller.ts';
import type { CaseRow, CaseWords, EventRow, NumberedEvent } from './case.store.ts';
import { type MaterialNames, named, type StoredText } from './material-names.ts';

const ERASED = '(内容已按请求删除)';

/** The actor as the rules of the case know him. */
export const caseActor = (actor: Actor): Extract<CaseActor, { kind: 'staff' }> => ({
  kind: 'staff',
  staffId: actor.id,
  name: actor.name,
  orgId: actor.org.id,
  orgKind: actor.org.kind,
  orgName: actor.org.name,
  roles: actor.roles,
  serviceLines: actor.serviceLines,
  scope: {
    staffId: actor.id,
    committees: actor.scope.committees,
    orgs: actor.scope.orgs,
    permissions: [...actor.permissions],
  },
});

export interface CaseFacts {
  readonly id: string;
  readonly number: string;
  readonly committeeId: string;
  readonly state: CaseState;
  readonly words: CaseWords | undefined;
  readonly resident: ResidentFacts | undefined;
  readonly item: ItemVersion | undefined;
  readonly version: number;
}

/** The facts of a stored case, its personal parts opened with its key. */
export const factsOf = (
  row: CaseRow,
  key: SubjectKey | undefined,
  item: ItemVersion | undefined,
): CaseFacts => ({
  id: row.id,
  number: row.number,
  committeeId: row.committee_id,
  state: row.state,
  words: readText<CaseWords>(key, row.id, { keyId: row.words_key, cipher: row.words }),
  resident:
    row.resident_id === null
      ? undefined
      : readText<ResidentFacts>(key, row.resident_id, {
          keyId: row.resident_key,
          cipher: row.resident_cipher,
        }),
  item,
  version: row.version,
});

export function caseLine(facts: CaseFacts, actor: Actor, now: Date): CaseLine {
  const { state, item, words } = facts;
  const at = now.toISOString();
  const { handler } = state;
  return {
    id: facts.id,
    number: facts.number,
    committeeId: facts.committeeId,
    kind: state.kind,
    status: state.status,
    ending: state.ending,
    ...(state.serviceItem
      ? { serviceItem: { ...state.serviceItem, name: item?.body.name ?? state.serviceItem.code } }
      : {}),
    title: words?.title ?? ERASED,
    firstAsked: { ...state.firstAsked },
    ...(state.standIn ? { standIn: { ...state.standIn } } : {}),
    handler: {
      kind: handler.kind,
      ...(handler.id ? { id: handler.id } : {}),
      name: handler.name,
      org: handler.org,
    },
    ...(state.residentId
      ? {
          resident: {
            id: state.residentId,
            name: facts.resident ? maskName(facts.resident.name) : ERASED,
          },
        }
      : {}),
    dueAt: state.dueAt,
    dueKind: state.dueKind,
    ...(state.paused ? { paused: { ...state.paused } } : {}),
    ...(state.tell ? { tellBy: state.tell.dueAt } : {}),
    ...(state.alarm ? { alarm: { ...state.alarm } } : {}),
    ...(state.shared ? { shared: state.shared.map((person) => ({ ...person })) } : {}),
    journeys: state.journeys,
    flags: flagsOf(state, at),
    allowedActions: allowedActions(state, caseActor(actor), at),
    version: facts.version,
  };
}

type EventView = CaseView['events'][number];
type Json = EventView['data'][string];

/** An event as it is shown, with the names behind the codes of its materials. */
export interface ShownEvent {
  readonly view: EventView;
  readonly names: MaterialNames;
  /** Unmasked, for whoever asked for it with a purpose. */
  readonly whole: Contacted;
}

function shown(
  event: Omit<EventView, 'note' | 'data'>,
  data: object,
  text: StoredText | undefined | null,
): ShownEvent {
  const names = text?.names ?? {};
  const whole = withText(data as Record<string, unknown>, text);
  const materials = whole.materials as readonly { readonly name: string }[] | undefined;
  const read = materials ? { materials: materials.map((one) => named(one, names)) } : {};
  const shownData = event.type === 'contact' ? (masked(pick(whole)) ?? {}) : { ...whole, ...read };
  return {
    names,
    whole: { type: event.type, data: whole },
    view: {
      ...event,
      note: text?.note ?? null,
      data: shownData as Record<string, Json>,
    },
  };
}

/** An event as it was read. What was written with the registration stands with the case. */
export function storedEvent(
  row: EventRow,
  key: SubjectKey | undefined,
  words: CaseWords | undefined,
): ShownEvent {
  const text =
    row.type === 'register'
      ? registerText(words)
      : readText<StoredText>(key, row.id, { keyId: row.key_id, cipher: row.cipher });
  const { id, name, org } = row.actor;
  return shown(
    { seq: row.seq, id: row.id, type: row.type, at: toOffset(row.at), actor: { id, name, org } },
    row.data,
    text,
  );
}

/** An event that is just being written. */
export function newEvent(event: NumberedEvent, words?: CaseWords): ShownEvent {
  const { id, name, org } = event.actor;
  return shown(
    { seq: event.seq, id: event.id, type: event.type, at: event.at, actor: { id, name, org } },
    event.data,
    event.type === 'register' ? registerText(words) : event.text,
  );
}

const registerText = (words: CaseWords | undefined): StoredText | undefined =>
  words && {
    data: { title: words.title, ...(words.safePhone ? { safePhone: words.safePhone } : {}) },
    ...(words.names ? { names: words.names } : {}),
  };

/** The state with the name of the provider or volunteer, as far as what was written with the dispatch may be read. */
function withProvider(state: CaseState, events: readonly ShownEvent[]): CaseState {
  const { handler } = state;
  if (handler.kind !== 'provider' && handler.kind !== 'volunteer') return state;
  const sent = events.findLast(({ view }) => view.type === 'dispatch')?.view.data.provider;
  const { name } = (sent ?? {}) as { readonly name?: string };
  return name ? { ...state, handler: { ...handler, name, org: name } } : state;
}

/** The events with nothing masked. */
export const wholeOf = (events: readonly ShownEvent[]): Contacted[] =>
  events.map((event) => event.whole);

export function caseView(
  facts: CaseFacts,
  events: readonly ShownEvent[],
  actor: Actor,
  now: Date,
  track: Pick<CaseView, 'track'>,
): CaseView {
  const { item, state } = facts;
  const caller = masked(callerOf(facts.words, wholeOf(events)));
  const names = Object.assign({}, ...events.map((event) => event.names)) as MaterialNames;
  const materials = state.materials.map((material) => named(material, names));
  const notice = requirementNotice(item && { code: item.code, ...item.body }, materials);
  return {
    ...caseLine({ ...facts, state: withProvider(state, events) }, actor, now),
    ...track,
    requirementNotice: {
      materials: notice.materials.map((material) => ({ ...material })),
      steps: [...notice.steps],
      limitWorkingDays: notice.limitWorkingDays,
      places: notice.places.map((place) => ({ ...place })),
      url: notice.url,
      standing: item?.standing ?? 'assumed',
      limitOfficial: item !== undefined && isOfficial(item),
    },
    events: events.map((event) => event.view),
    ...(facts.words?.said === undefined ? {} : { said: facts.words.said }),
    ...(caller === undefined ? {} : { caller }),
  };
}
