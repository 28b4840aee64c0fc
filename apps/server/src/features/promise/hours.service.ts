import type { BodyOf } from '@qzt/contract';
import type { HoursView, promiseEndpoints } from '@qzt/contract/promise';
import type { OpeningBand } from '@qzt/domain/promise';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { notFound, Refusal, wrongField } from '../../platform/refusal.ts';
import { localDate } from '../../platform/time.ts';
import { againAfter, transact, type Work } from '../../platform/transact.ts';
import { unitWithin } from '../org/index.ts';
import {
  expectHours,
  type HoursEntry,
  type StoredHours,
  setHoursFrom,
  storedHours,
} from './hours.store.ts';
import type { PromiseGround } from './promise-ground.ts';
import { wantRecount } from './recount.store.ts';
import { periodsFor } from './working-time.ts';
import { checkBands } from './working-time-rules.ts';

/** The hours in force for an organisation and those that follow. Errors: `not-found`. */
export async function readHours(
  ground: PromiseGround,
  actor: Actor,
  asked: string | undefined,
): Promise<HoursView> {
  const orgId =
    asked === undefined ? ownPlace(actor) : (await unitWithin(ground.directory, actor, asked)).id;
  return transact(ground, actor, '查看开放时间', async (work) =>
    viewOf(await storedHours(work, orgId), work.now),
  );
}

/** A committee and a subdistrict have hours; whoever works in an office beside them reads those above. */
const ownPlace = ({ org }: Actor): string =>
  org.kind === 'committee' || org.kind === 'subdistrict' ? org.id : (org.parentId ?? org.id);

function viewOf({ own, above, version }: StoredHours, now: Date): HoursView {
  const periods = periodsFor(own, above);
  const today = localDate(now);
  const begun = periods.filter(({ validFrom }) => validFrom <= today).length;
  return {
    items: periods.slice(Math.max(0, begun - 1)).map(({ validFrom, bands, standing, where }) => ({
      validFrom,
      bands: [...bands],
      standing,
      where,
    })),
    version,
  };
}

/**
 * Sets the hours of a committee, or of a subdistrict for all its committees, from today or a later date on, where its
 * hours still have this version. What stands there already is answered as it is, so that a repeated request is no
 * conflict. The due times of their open cases are counted anew within seconds, see `recountTask`.
 * Errors: `not-permitted`, `not-found`, `version-conflict`, `invalid-input`.
 */
export async function setHours(
  ground: PromiseGround,
  actor: Actor,
  version: number,
  { committeeId, validFrom, bands }: BodyOf<typeof promiseEndpoints.setHours>,
): Promise<HoursView> {
  permit(actor, 'hours.edit');
  const unit = await unitWithin(ground.directory, actor, committeeId);
  if (unit.kind !== 'committee' && unit.kind !== 'subdistrict')
    throw notFound('没有找到这个居委会,请从名单里选');
  if (validFrom < localDate(ground.clock.now()))
    throw wrongField('validFrom', '过去的开放时间不能再改,请选今天或以后', 'in-the-past');
  checkBands(bands);
  // What an office sets for itself is its own rule, and shown as that.
  const entry = { orgId: unit.id, validFrom, bands, standing: 'assumed', where: unit.name };
  const view = await againAfter('version-conflict', () =>
    transact(ground, actor, '修改开放时间', (work) => replaceHours(work, version, entry)),
  );
  ground.workingTimes.forget();
  return view;
}

async function replaceHours(work: Work, version: number, entry: HoursEntry): Promise<HoursView> {
  const { orgId, validFrom, bands } = entry;
  const before = await storedHours(work, orgId);
  if (before.version !== version) {
    const stands = before.own.find((period) => period.validFrom === validFrom);
    if (stands && linesOf(stands.bands) === linesOf(bands)) return viewOf(before, work.now);
    throw new Refusal('version-conflict', { version: before.version });
  }
  expectHours(work, orgId, version);
  setHoursFrom(work, entry);
  wantRecount(work, orgId);
  work.audit({
    action: 'hours.set',
    subject: 'org',
    subjectId: orgId,
    facts: { validFrom, bands: bands.length },
  });
  const others = before.own.filter((period) => period.validFrom !== validFrom);
  const own = [...others, entry].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return viewOf({ ...before, own, version: version + 1 }, work.now);
}

/** A week in a form that two of them can be compared by, whatever the order of their bands. */
const linesOf = (bands: readonly OpeningBand[]): string =>
  bands
    .map(({ weekday, from, to, byAppointment }) => `${weekday} ${from} ${to} ${byAppointment}`)
    .sort()
    .join();
