import type { AnswerOf, BodyOf } from '@qzt/contract';
import type { MaintainedItem, maintainEndpoints } from '@qzt/contract/catalogue';
import { checkFirstDay, confirm, rewrite } from '@qzt/domain/catalogue';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { notFound, Refusal, wrongField } from '../../platform/refusal.ts';
import type { Repeat } from '../../platform/repeat.ts';
import { localDate } from '../../platform/time.ts';
import { type Ground, transact, violated, type Work } from '../../platform/transact.ts';
import type { Catalogue } from './catalogue.service.ts';
import { addVersions, type MadeVersion, madeVersions, type NewVersion } from './catalogue.store.ts';
import { knownOf } from './known.ts';
import { lineOf, maintainedView } from './maintained-view.ts';
import { writtenOf } from './written.ts';

/** What the maintainer's work needs beyond a database: the catalogue in memory, which must hear of it. */
export interface CatalogueGround extends Ground {
  readonly catalogue: Catalogue;
}

/** Errors: `not-permitted`. */
export async function listCatalogue(
  ground: Ground,
  actor: Actor,
): Promise<AnswerOf<typeof maintainEndpoints.listCatalogue>> {
  permit(actor, 'catalogue.read');
  return transact(ground, actor, '查看事项目录', async (work) => {
    const byCode = Map.groupBy(await madeVersions(work, null), ({ code }) => code);
    const today = localDate(work.now);
    return { items: [...byCode.values()].flatMap((all) => lineOf(all, today)) };
  });
}

/** Errors: `not-permitted`, `not-found`. */
export async function readMaintained(
  ground: Ground,
  actor: Actor,
  code: string,
): Promise<MaintainedItem> {
  permit(actor, 'catalogue.read');
  return transact(ground, actor, '查看事项目录', async (work) =>
    maintainedView(code, await versionsOf(work, code), localDate(work.now)),
  );
}

async function versionsOf(work: Work, code: string): Promise<MadeVersion[]> {
  const all = await madeVersions(work, code);
  if (all.length === 0) throw notFound(`没有 ${code} 这个事项`);
  return all;
}

/** What one act makes of the newest version. */
type Next = Omit<NewVersion, 'code' | 'version'>;

interface Asked {
  readonly code: string;
  readonly version: number;
  readonly repeat: Repeat;
}

/** Stores the next version on the one that was seen. Errors: those of `make`; `version-conflict`, `not-found`. */
async function store(
  ground: CatalogueGround,
  actor: Actor,
  { code, version, repeat }: Asked,
  purpose: string,
  make: (newest: MadeVersion, today: string, work: Work) => Next,
): Promise<MaintainedItem> {
  permit(actor, 'catalogue.edit');
  const write = () =>
    transact(
      ground,
      actor,
      purpose,
      async (work) => {
        const all = await versionsOf(work, code);
        const newest = all.at(-1);
        if (newest === undefined || newest.version !== version)
          throw new Refusal('version-conflict', { version: newest?.version ?? 0 });
        const today = localDate(work.now);
        const next: NewVersion = { ...make(newest, today, work), code, version: version + 1 };
        addVersions(work, [next]);
        work.audit({
          action: `catalogue.${next.act}`,
          subject: 'service-item',
          facts: { code, version: next.version, from: next.validFrom, standing: next.standing },
        });
        return maintainedView(code, [...all, madeOf(next, work, newest)], today);
      },
      repeat,
    );
  try {
    return await againIfTaken(write);
  } finally {
    ground.catalogue.forget();
  }
}

/** Somebody was faster by a hair: the second look finds what he wrote, and decides by that. */
export async function againIfTaken<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!violated(error, 'service_item_version_pkey')) throw error;
    return write();
  }
}

/** The version as it will be read back. */
const madeOf = (next: NewVersion, work: Work, before: MadeVersion): MadeVersion => ({
  ...next,
  validTo: null,
  editedBy: work.actor.name,
  editedAt: work.now,
  confirmedById: next.confirmed?.byId ?? null,
  confirmed: next.confirmed && {
    ...next.confirmed,
    by: next.act === 'confirm' ? work.actor.name : (before.confirmed?.by ?? work.actor.name),
  },
});

/** The confirmation of a version, for the next one that still says what was confirmed. */
export const carried = ({ confirmed, confirmedById }: MadeVersion): NewVersion['confirmed'] =>
  confirmed && confirmedById !== null
    ? { byId: confirmedById, at: confirmed.at, basis: confirmed.basis, kind: confirmed.kind }
    : null;

const offeredOnly = ({ withdrawn }: MadeVersion): void => {
  if (withdrawn)
    throw new Refusal('invalid-input', { detail: '这个事项已经停办或定了停办的日子,请先恢复再改' });
};

/** Errors: `not-permitted`, `not-found`, `version-conflict`, `invalid-input`. */
export const editItem = (
  ground: CatalogueGround,
  actor: Actor,
  asked: Asked,
  body: BodyOf<typeof maintainEndpoints.editItem>,
): Promise<MaintainedItem> =>
  store(ground, actor, asked, '修改事项', (newest, today) => {
    checkFirstDay(body.from, today, body.whyPast);
    offeredOnly(newest);
    if (body.entry.kind !== newest.body.kind)
      throw wrongField('entry.kind', '事项的种类跟着编号走,不能改', 'fixed');
    const next = rewrite(knownOf(newest), writtenOf(body.entry));
    if (next === undefined)
      throw new Refusal('invalid-input', { detail: '内容和现在的一样,没有要存的' });
    return {
      act: 'edit',
      validFrom: body.from,
      body: next.body,
      standing: next.standing,
      withdrawn: false,
      reason: body.reason,
      whyPast: body.whyPast ?? null,
      confirmed: next.confirmedStays ? carried(newest) : null,
    };
  });

/** Errors: `not-permitted`, `not-found`, `version-conflict`, `invalid-input`. */
export const confirmItem = (
  ground: CatalogueGround,
  actor: Actor,
  asked: Asked,
  body: BodyOf<typeof maintainEndpoints.confirmItem>,
): Promise<MaintainedItem> =>
  store(ground, actor, asked, '核实事项', (newest, today) => {
    if (body.confirmedOn > today)
      throw wrongField('confirmedOn', '核实的日子不能在将来,请检查', 'in-future');
    offeredOnly(newest);
    const next = confirm(knownOf(newest), body.basisKind, body.covers);
    const planned = newest.validFrom > today;
    return {
      ...next,
      act: 'confirm',
      // It says nothing new, so it holds from the day on which what it confirms does.
      validFrom: planned ? newest.validFrom : today,
      withdrawn: false,
      reason: body.basis,
      whyPast: null,
      confirmed: body.covers.includes('rule')
        ? {
            byId: actor.id,
            at: new Date(`${body.confirmedOn}T00:00:00+08:00`),
            basis: body.basis,
            kind: body.basisKind,
          }
        : carried(newest),
    };
  });

/** Withdraws an item from a day on, or brings it back. Errors: as above; `invalid-input` where it is so already. */
export const offerItem = (
  ground: CatalogueGround,
  actor: Actor,
  asked: Asked,
  act: 'withdraw' | 'restore',
  body: BodyOf<typeof maintainEndpoints.withdrawItem>,
): Promise<MaintainedItem> =>
  store(ground, actor, asked, act === 'withdraw' ? '停办事项' : '恢复事项', (newest, today) => {
    checkFirstDay(body.from, today, body.whyPast);
    const withdrawn = act === 'withdraw';
    if (newest.withdrawn === withdrawn)
      throw new Refusal('invalid-input', {
        detail: withdrawn ? '这个事项已经停办了' : '这个事项没有停办,不用恢复',
      });
    const known = knownOf(newest);
    return {
      act,
      validFrom: body.from,
      body: known.body,
      standing: known.standing,
      withdrawn,
      reason: body.reason,
      whyPast: body.whyPast ?? null,
      confirmed: carried(newest),
    };
  });
