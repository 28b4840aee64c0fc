import { nextShift } from '@qzt/domain/hand-over';
import { type SeededRandom, uuidFrom } from '@qzt/testkit';
import { toOffset } from '../../../platform/time.ts';
import { keepKey, sealFor } from './rows.ts';
import type { StaffActor, World } from './world.ts';

const MINUTE = 60_000;

/**
 * Two ends of a shift: yesterday's, which the first of today's people took in the morning, and one of a colleague that
 * still waits. They name no cases: what is owed shows where it is owed.
 */
export function keepHandOver(world: World, random: SeededRandom): void {
  const { desk, today, staff, head, now } = world;
  const first = staff[0] ?? head;
  const colleague = staff[2] ?? head;
  const before = desk.move(desk.openFrom(today), -1);
  const evening = Date.parse(`${before}T17:20:00+08:00`);
  const morning = Date.parse(`${desk.openFrom(today)}T08:32:00+08:00`);
  keep(world, random, {
    from: colleague,
    to: first,
    givenAt: evening,
    note: '轮椅那家说这两天还,没还的话打个电话问问。6号楼楼道灯物业答应今天来修。',
    ...(morning <= now ? { takenAt: morning } : {}),
  });
  keep(world, random, {
    from: head,
    to: undefined,
    givenAt: evening + 5 * MINUTE,
    note: '街道上午可能来电话问加装电梯的事,材料在共享盘里。',
  });
}

interface Given {
  readonly from: StaffActor;
  readonly to: StaffActor | undefined;
  readonly givenAt: number;
  readonly note: string;
  readonly takenAt?: number;
}

function keep(
  { sink, keyring, committee, workingTime }: World,
  random: SeededRandom,
  { from, to, givenAt, note, takenAt }: Given,
): void {
  const id = uuidFrom(random, givenAt);
  const key = keepKey(
    sink,
    keyring,
    { committeeId: committee.id, id: uuidFrom(random, givenAt) },
    { kind: 'handOver', id },
  );
  const taken = takenAt === undefined ? undefined : to;
  sink.add('hand_over', [
    committee.id,
    id,
    from.staffId,
    from.name,
    to?.staffId ?? null,
    to?.name ?? null,
    new Date(givenAt),
    new Date(nextShift(toOffset(new Date(givenAt)), workingTime)),
    JSON.stringify({ promises: [], urgent: [], loans: [] }),
    key.id,
    sealFor(key, id, { note }),
    taken?.staffId ?? null,
    taken?.name ?? null,
    taken === undefined || takenAt === undefined ? null : new Date(takenAt),
    taken === undefined ? 1 : 2,
  ]);
}
