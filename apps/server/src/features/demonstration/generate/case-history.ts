import { ladder, nextSendTime } from '@qzt/domain/promise';
import {
  applyEvent,
  type CaseActor,
  type CaseCommand,
  type CaseState,
  type DecideContext,
  decide,
  type EventDraft,
} from '@qzt/domain/reception';
import { type SeededRandom, uuidFrom } from '@qzt/testkit';
import { JOB_ID } from '../../../platform/actor.ts';
import { toOffset } from '../../../platform/time.ts';
import { owedBy, sameOwed } from '../../promise/index.ts';
import { recipientOf } from '../../reception/index.ts';
import type { World } from './world.ts';

type Owed = NonNullable<ReturnType<typeof owedBy>>;
type Recipient = NonNullable<ReturnType<typeof recipientOf>>;
export type HistoryEvent = EventDraft & { readonly seq: number; readonly id: string };

export interface PromiseMade {
  readonly id: string;
  readonly owed: Owed;
  readonly madeAt: number;
  state: 'open' | 'paused' | 'kept' | 'broken' | 'dropped';
  version: number;
  /** Steps of the ladder that are done, and when the next one wakes. */
  step: number;
  wakeAt: string | null;
}

export interface MessageSent {
  readonly id: string;
  readonly eventId: string;
  readonly recipient: Recipient;
  readonly template: string;
  readonly at: number;
  readonly sendAfter: string;
}

export interface AuditMade {
  readonly id: string;
  readonly ownerOrgId: string;
  readonly actorId: string;
  readonly at: number;
  readonly action: string;
  readonly purpose: string;
  readonly facts: Readonly<Record<string, number>>;
}

/**
 * The life of one case, written by the rules that real cases go by: each step is decided, applied, and leaves what is owed
 * afterwards, whom it tells and its line in the log, as a step over HTTP does.
 */
export class CaseHistory {
  readonly id: string;
  readonly events: HistoryEvent[] = [];
  readonly promises: PromiseMade[] = [];
  readonly messages: MessageSent[] = [];
  readonly audit: AuditMade[] = [];
  version = 0;
  changedAt = 0;
  readonly #world: World;
  readonly #random: SeededRandom;
  readonly #context: DecideContext;
  #state: CaseState | undefined;

  constructor(world: World, random: SeededRandom, id: string, context: DecideContext) {
    this.id = id;
    this.#world = world;
    this.#random = random;
    this.#context = context;
  }

  get state(): CaseState {
    if (this.#state === undefined) throw new Error('a case that was not opened');
    return this.#state;
  }

  /** The first events, all made in one go. */
  open(drafts: readonly EventDraft[], actor: CaseActor, at: number): void {
    this.#write(drafts, actor, at, 'case.register', '登记办件', {});
  }

  /** One more step. Errors: whatever the rules say against it. */
  take(command: CaseCommand, actor: CaseActor, at: number): void {
    const drafts = decide(this.state, command, actor, toOffset(new Date(at)), this.#context);
    const facts = { seq: this.events.length + 1 };
    this.#write(drafts, actor, at, `case.${command.type}`, '办理办件', facts);
  }

  /** Somebody looked at it. */
  read(actor: CaseActor, at: number): void {
    this.#log(actor, at, 'case.read', '查看办件', {});
  }

  /** Brings the reminders of what is still owed to the present: those before it have been sent. */
  bringToNow(): void {
    const last = this.promises.at(-1);
    if (last?.state !== 'open' || last.owed.kind === 'silence') return;
    const { owed, madeAt } = last;
    const steps = ladder({
      ...this.#world.workingTime,
      from: toOffset(new Date(madeAt)),
      dueAt: owed.dueAt,
      confidential: this.state.confidential,
    });
    const done = steps.filter(({ at }) => Date.parse(at) <= this.#world.now).length;
    last.step = done;
    last.version += done;
    last.wakeAt = steps[done]?.at ?? null;
  }

  #write(
    drafts: readonly EventDraft[],
    actor: CaseActor,
    at: number,
    action: string,
    purpose: string,
    facts: AuditMade['facts'],
  ): void {
    const before = this.#state;
    const added = drafts.map(
      (draft, index): HistoryEvent => ({
        ...draft,
        seq: this.events.length + 1 + index,
        id: uuidFrom(this.#random, at + index),
      }),
    );
    for (const event of added) this.#state = applyEvent(this.#state, event, this.#context);
    this.events.push(...added);
    this.version += 1;
    this.changedAt = at;
    this.#keepPromises(before, at);
    this.#tell(added, at);
    this.#log(actor, at, action, purpose, facts);
  }

  #keepPromises(before: CaseState | undefined, at: number): void {
    const { committee, workingTime } = this.#world;
    const now = new Date(at);
    const of = (state: CaseState) => owedBy(committee.id, this.id, state, now, workingTime);
    const was = before && of(before);
    const is = of(this.state);
    if (sameOwed(was, is)) return;
    const last = this.promises.at(-1);
    if (was && last) {
      last.wakeAt = null;
      last.version += 1;
      if (was.kind === is?.kind) last.state = 'dropped';
      else last.state = was.kind === 'silence' || Date.parse(was.dueAt) >= at ? 'kept' : 'broken';
    }
    if (is)
      this.promises.push({
        id: uuidFrom(this.#random, at),
        owed: is,
        madeAt: at,
        state: is.paused ? 'paused' : 'open',
        version: 1,
        step: 0,
        wakeAt: is.wakeAt,
      });
  }

  #tell(added: readonly HistoryEvent[], at: number): void {
    for (const event of [...added].reverse()) {
      const recipient = recipientOf(event, this.state);
      if (recipient === undefined) continue;
      this.messages.push({
        id: uuidFrom(this.#random, at),
        eventId: event.id,
        recipient,
        template: event.type,
        at,
        sendAfter: nextSendTime(toOffset(new Date(at))),
      });
      return;
    }
  }

  #log(
    actor: CaseActor,
    at: number,
    action: string,
    purpose: string,
    facts: AuditMade['facts'],
  ): void {
    this.audit.push({
      id: uuidFrom(this.#random, at),
      ownerOrgId: actor.kind === 'staff' ? actor.orgId : this.#world.committee.id,
      actorId: actor.kind === 'staff' ? actor.staffId : JOB_ID,
      at,
      action,
      purpose,
      facts,
    });
  }
}
