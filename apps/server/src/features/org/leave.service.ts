import type { StaffView } from '@qzt/contract/org';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { wrongField } from '../../platform/refusal.ts';
import type { Repeat } from '../../platform/repeat.ts';
import { transact, type Work } from '../../platform/transact.ts';
import type { UnitRow } from './directory.store.ts';
import { demandVersion, hold, keepAdministrator, unitOfPerson } from './held-staff.ts';
import { asHandingOver, type OpenWork } from './open-work.ts';
import { markLeft, type StaffRecord } from './staff.store.ts';
import type { StaffGround } from './staff-ground.ts';
import { staffView } from './staff-view.ts';

/** Colleagues keep working meanwhile; each try takes the newest versions, so a few are ample. */
const TRIES = 5;

export interface Leaving {
  readonly handOverTo?: string | undefined;
  readonly reason: string;
}

export interface Left {
  readonly staff: StaffView;
  readonly handedOver: number;
}

/**
 * Somebody leaves: sign-in ends and everything open goes to one colleague, in one transaction, so that nothing is ever
 * half handed over. Of somebody who has left already it hands over what is still open (a case registered in the very
 * moment of leaving), so it can be asked again.
 * Errors: `not-permitted`, `not-found`, `version-conflict`, `invalid-input` (`handOverTo`).
 */
export async function leave(
  ground: StaffGround,
  actor: Actor,
  id: string,
  version: number,
  input: Leaving,
  repeat: Repeat,
): Promise<Left> {
  permit(actor, 'staff.handover');
  const unit = await unitOfPerson(ground.directory, actor, id);
  const acting = unit.kind === 'committee' ? asHandingOver(actor, [unit.id]) : actor;
  for (let tries = 1; ; tries += 1) {
    try {
      return await transact(
        ground,
        acting,
        '离岗移交',
        (work) => passOn(ground.openWork, work, unit, id, version, input),
        repeat,
      );
    } catch (error) {
      if (tries === TRIES || !ground.openWork.overtaken(error)) throw error;
    } finally {
      ground.sessions.forget();
    }
  }
}

async function passOn(
  openWork: OpenWork,
  work: Work,
  unit: UnitRow,
  id: string,
  version: number,
  { handOverTo, reason }: Leaving,
): Promise<Left> {
  const held = await hold(work, unit, id, handOverTo);
  const { person } = held;
  demandVersion(person, version);
  keepAdministrator(held, 'handOverTo');
  const open = (await openWork.count(work, [id])).get(id) ?? 0;
  const to = successorOf(held.successor, person, handOverTo);
  if (open > 0 && to === undefined)
    throw wrongField('handOverTo', `手上还有 ${open} 件没办完,请选接手的同事`, 'required');
  const handedOver =
    to === undefined || unit.kind !== 'committee'
      ? 0
      : await openWork.handOver(work, { committeeId: unit.id, from: id, to, reason });
  if (unit.kind === 'committee') openWork.clearPlans(work, unit.id, id);
  const staying = person.leftAt === null;
  if (staying) markLeft(work, id);
  work.audit({
    action: 'staff.leave',
    subject: 'staff',
    subjectId: id,
    facts: { handedOver, to: to?.id ?? '' },
  });
  const left = staying ? { ...person, leftAt: work.now, version: version + 1 } : person;
  return { staff: staffView(left, unit, 0), handedOver };
}

/** Errors: `invalid-input` for anybody but a colleague of the same organisation who is there. */
function successorOf(
  found: StaffRecord | undefined,
  person: StaffRecord,
  asked: string | undefined,
): StaffRecord | undefined {
  if (asked === undefined) return undefined;
  const fits =
    found !== undefined &&
    found.id !== person.id &&
    found.orgId === person.orgId &&
    found.leftAt === null;
  if (!fits) throw wrongField('handOverTo', '请选同一单位的在岗同事', 'unknown-worker');
  return found;
}
