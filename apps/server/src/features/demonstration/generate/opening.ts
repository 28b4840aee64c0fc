import { PROMISE_DEFAULTS } from '@qzt/domain/promise';
import {
  type DecideContext,
  type RegisterCommand,
  register,
  settle,
  type Trip,
} from '@qzt/domain/reception';
import type { SeededRandom } from '@qzt/testkit';
import type { SubjectKey } from '../../../platform/subject/index.ts';
import { toOffset } from '../../../platform/time.ts';
import type { ItemVersion } from '../../catalogue/index.ts';
import { CaseHistory } from './case-history.ts';
import { factOf, type StaffActor, type World } from './world.ts';

export interface Opening {
  readonly id: string;
  readonly at: number;
  readonly by: StaffActor;
  readonly item: ItemVersion | undefined;
  readonly title: string;
  readonly encounterId: string;
  readonly needId: string;
  readonly residentId: string | undefined;
  readonly visitorPhone: boolean;
  readonly trip: Trip;
  readonly materials: readonly { readonly name: string; readonly copies: number }[];
  /** The answer, where it was settled on the spot. */
  readonly settled?: string;
  readonly safePhone?: string;
  readonly confidential?: boolean;
  readonly urgent?: boolean;
}

const KIND_OF_LINE: Readonly<Record<string, RegisterCommand['kind']>> = {
  综治平安: 'problem',
  环境物业: 'problem',
  人民调解: 'problem',
};

function kindOf(item: ItemVersion | undefined): RegisterCommand['kind'] {
  if (item === undefined) return 'problem';
  if (item.code === 'BJM-060' || item.code === 'BJM-061') return 'certificate';
  if (item.body.route === 'advice') return 'inquiry';
  return KIND_OF_LINE[item.body.serviceLine] ?? 'application';
}

const contextOf = (world: World, opening: Opening): DecideContext => ({
  ...world.workingTime,
  limitWorkingDays: opening.item?.body.limitWorkingDays ?? null,
  params: PROMISE_DEFAULTS,
  encounters: [opening.trip],
  caseId: opening.id,
  staff: (id) => {
    const found = world.byId.get(id);
    return found && factOf(found);
  },
  heads: [{ id: world.head.staffId, name: world.head.name }],
  // Nobody of the invented people is in danger of a named kind.
  danger: () => undefined,
  office: (id) => world.offices.find((office) => office.id === id),
});

const commandOf = (opening: Opening): RegisterCommand => ({
  kind: kindOf(opening.item),
  title: opening.title,
  ...(opening.item
    ? {
        item: {
          code: opening.item.code,
          version: opening.item.version,
          serviceLine: opening.item.body.serviceLine,
          materials: opening.item.body.materials,
          handOver: opening.item.body.handOver,
          confidential: opening.item.body.confidential,
          urgent: opening.item.body.urgent,
        },
      }
    : {}),
  residentId: opening.residentId,
  needId: opening.needId,
  encounterId: opening.encounterId,
  visitorPhone: opening.visitorPhone,
  materials: opening.materials.map((material) => ({ ...material })),
  safePhone: opening.safePhone,
  confidential: opening.confidential,
  urgent: opening.urgent,
});

/** Opens a case as the desk does: registered, or settled on the spot. */
export function openCase(
  world: World,
  random: SeededRandom,
  key: SubjectKey,
  opening: Opening,
): CaseHistory {
  const history = new CaseHistory(world, random, opening.id, {
    context: contextOf(world, opening),
    key,
    notice: opening.item?.body.materials ?? [],
  });
  const command = commandOf(opening);
  const at = toOffset(new Date(opening.at));
  const drafts =
    opening.settled === undefined
      ? [register(command, opening.by, at)]
      : settle(command, opening.settled, opening.by, at);
  history.open(drafts, opening.by, opening.at);
  // Whoever takes an urgent matter calls within the minute.
  const calledAt = opening.at + 60_000;
  if (history.state.alarm && calledAt <= world.now)
    history.take({ type: 'call', data: { whom: 'policeOfficer' } }, opening.by, calledAt);
  return history;
}
