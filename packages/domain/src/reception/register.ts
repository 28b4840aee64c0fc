import { may, type ServiceLine } from '../org/index.ts';
import { DomainError, type InstantText } from '../shared/index.ts';
import type { EventDraft, Material } from './case-event.ts';
import type { CommandDataOf } from './command.ts';
import { draftOf, eventActor } from './decide.ts';
import type { CaseActor } from './relations.ts';
import type { CaseKind } from './vocabulary.ts';

type StaffActor = Extract<CaseActor, { kind: 'staff' }>;

/** What opens a case: the words of the contract, and the item in the version that is in force. */
export interface RegisterCommand {
  readonly kind: CaseKind;
  readonly title: string;
  readonly item?:
    | {
        readonly code: string;
        readonly version: number;
        readonly serviceLine: ServiceLine;
        readonly materials: readonly string[];
        readonly handOver?: boolean | undefined;
        readonly confidential?: boolean | undefined;
        readonly urgent?: boolean | undefined;
        readonly mandatoryReport?: boolean | undefined;
      }
    | undefined;
  readonly residentId?: string | undefined;
  /** Whether the encounter has a visitor's telephone. */
  readonly visitorPhone?: boolean | undefined;
  readonly encounterId?: string | undefined;
  readonly needId?: string | undefined;
  readonly urgent?: boolean | undefined;
  readonly confidential?: boolean | undefined;
  /** Code of the danger that was said; whoever knows the list adds what follows from it. */
  readonly danger?: string | undefined;
  readonly mandatoryReport?: boolean | undefined;
  readonly safePhone?: string | undefined;
  readonly materials?: readonly Material[] | undefined;
}

/**
 * Opens a case under the first-asked responsibility of whoever takes it. Any worker takes any line's matter. An item
 * that is confidential or urgent makes the case so; a worker can add either, never take it away. What must be told to the
 * police is confidential: whoever reports stays unnamed (Anti-Domestic Violence Law art. 14, official-national).
 *
 * @throws DomainError not-permitted for anybody but a committee's people
 */
export function register(
  command: RegisterCommand,
  actor: StaffActor,
  now: InstantText,
): EventDraft {
  if (!may(actor, 'case.register')) {
    throw new DomainError('not-permitted', { permission: 'case.register' });
  }
  const { item } = command;
  const mandatoryReport = mustBeTold(command);
  const data = {
    kind: command.kind,
    title: command.title,
    safePhone: command.safePhone,
    committee: { id: actor.orgId, name: actor.orgName },
    firstAsked: { id: actor.staffId, name: actor.name },
    serviceItem: item === undefined ? undefined : { code: item.code, version: item.version },
    serviceLine: item?.serviceLine,
    handOver: item?.handOver === true || undefined,
    notice: item?.materials ?? [],
    materials: command.materials ?? [],
    urgent:
      command.urgent === true || item?.urgent === true || command.danger !== undefined || undefined,
    confidential:
      command.confidential === true || item?.confidential === true || mandatoryReport || undefined,
    mandatoryReport: mandatoryReport || undefined,
    danger: command.danger,
    encounterId: command.encounterId,
    needId: command.needId,
    residentId: command.residentId,
    askable: isAskable(command),
  };
  return draftOf('register', data, undefined, eventActor(actor), now);
}

/**
 * Registered, accepted and answered in one go, in that order. Where nobody can be asked afterwards the answer ends the
 * case as settled, so that a question at the desk does not wait out a silence; not where the police are to be told.
 *
 * @throws DomainError not-permitted
 */
export function settle(
  command: RegisterCommand,
  answer: string,
  actor: StaffActor,
  now: InstantText,
): [EventDraft, EventDraft, EventDraft] {
  const by = eventActor(actor);
  const ends = !isAskable(command) && !mustBeTold(command);
  return [
    register(command, actor, now),
    draftOf('accept', {}, undefined, by, now),
    draftOf('answer', { answer, closes: ends ? 'settled' : undefined }, undefined, by, now),
  ];
}

/**
 * Registered and refused in one go: what a committee cannot do is recorded with where else to go.
 *
 * @throws DomainError not-permitted
 */
export function refuseAtOnce(
  command: RegisterCommand,
  refusal: CommandDataOf['refuse'],
  actor: StaffActor,
  now: InstantText,
): [EventDraft, EventDraft] {
  return [
    register(command, actor, now),
    draftOf('refuse', { ...refusal }, undefined, eventActor(actor), now),
  ];
}

/** Whether the police are to be told, by the item or by whoever took it. */
const mustBeTold = ({ item, mandatoryReport }: RegisterCommand): boolean =>
  item?.mandatoryReport === true || mandatoryReport === true;

/** A resident, the visitor's telephone, or a telephone that the person marked as safe. */
function isAskable(command: RegisterCommand): boolean {
  return (
    command.residentId !== undefined ||
    command.visitorPhone === true ||
    command.safePhone !== undefined
  );
}
