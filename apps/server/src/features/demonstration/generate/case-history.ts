import { nextSendTime, settledAs } from '@qzt/domain/promise';
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
import type { SubjectKey } from '../../../platform/subject/index.ts';
import { toOffset } from '../../../platform/time.ts';
import { owedBy, sameOwed } from '../../promise/index.ts';
import { codeCommand, named, recipientOf, withNames } from '../../reception/index.ts';
import type { World } from './world.ts';

type Owed = NonNullable<ReturnType<typeof owedBy>>;
type Recipient = NonNullable<ReturnType<typeof recipientOf>>;
type Names = ReturnType<typeof codeCommand>['names'];

export type HistoryEvent = EventDraft & {
  readonly seq: number;
  readonly id: string;
  readonly text: ReturnType<typeof withNames>;
};

/** Under which rules and which key a case is written. */
export interface HistoryGround {
  readonly context: DecideContext;
  readonly key: SubjectKey;
  /** The materials that the item's notice names. */
  readonly notice: readonly string[];
}

export interface PromiseMade {
  readonly id: string;
  readonly owed: Owed;
  readonly madeAt: number;
  state: 'open' | 'paused' | 'kept' | 'broken' | 'dropped';
  /** When it was kept, broken or dropped; null while it is owed. */
  settledAt: number | null;
  version: number;
  /** Steps of the ladder that are done, and when the next one wakes. */
  step: number;
  wakeAt: string | null;
}

export interface MessageSent {
  readonly id: string;
  readonly eventId: string | null;
  readonly recipient: Recipient;
  readonly template: string;
  readonly facts: Readonly<Record<string, string>>;
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
  readonly subject: { readonly kind: 'case' | 'promise'; readonly id: string };
  readonly facts: Readonly<Record<string, string | number>>;
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
  readonly #ground: HistoryGround;
  #names: Names = {};
  #state: CaseState | undefined;

  constructor(world: World, random: SeededRandom, id: string, ground: HistoryGround) {
    this.id = id;
    this.#world = world;
    this.#random = random;
    this.#ground = ground;
  }

  get #subject() {
    return { kind: 'case', id: this.id } as const;
  }

  get state(): CaseState {
    if (this.#state === undefined) throw new Error('a case that was not opened');
    return this.#state;
  }

  /** The materials that the resident still owes, by their names. */
  get missing(): string[] {
    const open = this.state.materials.filter(({ received }) => !received);
    return open.map((material) => named(material, this.#names).name);
  }

  /** The first events, all made in one go. */
  open(drafts: readonly EventDraft[], actor: CaseActor, at: number): void {
    this.#write(drafts, actor, at, 'case.register', '登记办件', {});
  }

  /** One more step. Errors: whatever the rules say against it. */
  take(command: CaseCommand, actor: CaseActor, at: number): void {
    const { context, key, notice } = this.#ground;
    const coded = codeCommand(key, notice, command);
    this.#names = { ...this.#names, ...coded.names };
    const decided = decide(this.state, coded.command, actor, toOffset(new Date(at)), context);
    const drafts = decided.map((draft) => ({ ...draft, text: withNames(draft.text, coded.names) }));
    const facts = { seq: this.events.length + 1 };
    this.#write(drafts, actor, at, `case.${command.type}`, '办理办件', facts);
  }

  /** Somebody looked at it. */
  read(actor: CaseActor, at: number): void {
    this.log(actor, {
      at,
      action: 'case.read',
      purpose: '查看办件',
      subject: this.#subject,
      facts: {},
    });
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
    for (const event of added) this.#state = applyEvent(this.#state, event, this.#ground.context);
    this.events.push(...added);
    this.version += 1;
    this.changedAt = at;
    this.#keepPromises(before, at);
    this.#tell(added, at);
    this.log(actor, { at, action, purpose, subject: this.#subject, facts });
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
      last.settledAt = at;
      last.version += 1;
      last.state = settledAs(was, is, at);
    }
    if (is)
      this.promises.push({
        id: uuidFrom(this.#random, at),
        owed: is,
        madeAt: at,
        state: is.paused ? 'paused' : 'open',
        settledAt: null,
        version: 1,
        step: 0,
        wakeAt: is.wakeAt,
      });
  }

  /** A message on its way out, never in quiet hours. */
  tell(message: Omit<MessageSent, 'id' | 'sendAfter'>): void {
    const sendAfter = nextSendTime(toOffset(new Date(message.at)));
    this.messages.push({ ...message, id: uuidFrom(this.#random, message.at), sendAfter });
  }

  /** A line of the log; what the job does is written down in the committee's. */
  log(actor: CaseActor, line: Omit<AuditMade, 'id' | 'ownerOrgId' | 'actorId'>): void {
    this.audit.push({
      ...line,
      id: uuidFrom(this.#random, line.at),
      ownerOrgId: actor.kind === 'staff' ? actor.orgId : this.#world.committee.id,
      actorId: actor.kind === 'staff' ? actor.staffId : JOB_ID,
    });
  }

  #tell(added: readonly HistoryEvent[], at: number): void {
    for (const event of [...added].reverse()) {
      const recipient = recipientOf(event, this.state);
      if (recipient === undefined) continue;
      this.tell({ eventId: event.id, recipient, template: event.type, facts: {}, at });
      return;
    }
  }
}
