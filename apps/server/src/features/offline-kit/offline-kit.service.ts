import type { DangerView } from '@qzt/contract/danger';
import type { KitView } from '@qzt/contract/offline-kit';
import { KIT_READY_FROM, mostAsked } from '@qzt/domain/offline-kit';
import { type Actor, isPractice, type Unit } from '../../platform/actor.ts';
import { jobActor } from '../../platform/job-actor.ts';
import type { MadeFile } from '../../platform/made-file.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { localDate, toOffset } from '../../platform/time.ts';
import { transact, type Work } from '../../platform/transact.ts';
import { phonebookOf, receptionPhone } from '../phonebook/index.ts';
import { itemNoticeData, type PaperGround } from '../reception/index.ts';
import { type CardFacts, cardData, kitData } from './kit-data.ts';
import { askedItems, findKit, noteMade, notePrinted } from './offline-kit.store.ts';

export interface KitGround extends PaperGround {
  /** What the card says to do first, by danger. */
  readonly dangerCards: readonly DangerView[];
}

const KIT = new URL('./kit.typ', import.meta.url);
const CARD = new URL('./danger-card.typ', import.meta.url);

/** So far back one looks for what was asked most: a year holds every season. */
const LOOKED_BACK_MS = 365 * 86_400_000;
const DAY_MS = 86_400_000;

function ownCommittee(actor: Actor): Unit {
  permit(actor, 'kit.print');
  if (actor.org.kind !== 'committee')
    throw new Refusal('not-permitted', { detail: '断网包和应急卡由各居委会自己打印' });
  return actor.org;
}

/** The telephone book in full: on paper a masked number helps nobody. Whoever calls this logs why. */
const cardFacts = async (ground: KitGround, work: Work, committee: Unit): Promise<CardFacts> => ({
  office: committee.name,
  at: work.now,
  phones: await phonebookOf(work, committee.id, true),
  dangers: ground.dangerCards,
});

async function notices(ground: KitGround, work: Work, committee: Unit, phone: string | null) {
  const date = localDate(work.now);
  const since = new Date(work.now.getTime() - LOOKED_BACK_MS);
  const [asked, items] = await Promise.all([
    askedItems(work, committee.id, since),
    ground.catalogue.all(date),
  ]);
  const byCode = new Map(items.map((item) => [item.code, item]));
  const giver = {
    office: committee.name,
    receiver: null,
    phone,
    hours: await ground.workingTimes.told(committee.id, date),
    at: null,
    size: 'a4',
  } as const;
  return mostAsked(asked, items).flatMap((code) => {
    const item = byCode.get(code);
    return item ? [itemNoticeData(item, giver)] : [];
  });
}

async function kitOf(ground: KitGround, work: Work, committee: Unit): Promise<object> {
  const card = await cardFacts(ground, work, committee);
  // The card is for the staff and holds every number; a notice goes home with a resident.
  const phone = await receptionPhone(work, committee.id);
  const [tonight, tomorrow, sheets] = await Promise.all([
    ground.presence.onDuty(committee.id, work.now),
    ground.presence.onDuty(committee.id, new Date(work.now.getTime() + DAY_MS)),
    notices(ground, work, committee, phone),
  ]);
  return kitData({ ...card, tonight, tomorrow, notices: sheets });
}

/** How the kit of today stands. Errors: `not-permitted`. */
export function readKit(ground: KitGround, actor: Actor): Promise<KitView> {
  const committee = ownCommittee(actor);
  return transact(ground, actor, '查看断网包', async (work) => {
    const date = localDate(work.now);
    const row = await findKit(work, committee.id, date);
    return {
      date,
      readyFrom: KIT_READY_FROM,
      madeAt: row ? toOffset(row.made_at) : null,
      printedAt: row?.printed_at ? toOffset(row.printed_at) : null,
      printedBy:
        row?.printed_by && row.printed_by_name !== null
          ? { id: row.printed_by, name: row.printed_by_name }
          : null,
    };
  });
}

/** The kit as of now, whether this evening's was made already or not. Errors: `not-permitted`, `slow-down`. */
export async function printKit(ground: KitGround, actor: Actor): Promise<MadeFile> {
  const committee = ownCommittee(actor);
  const { data, date } = await transact(ground, actor, '打印断网包', async (work) => {
    const date = localDate(work.now);
    work.audit({ action: 'kit.print', subject: 'kit', committeeId: committee.id });
    noteMade(work, committee.id, date);
    notePrinted(work, committee.id, date);
    return { data: await kitOf(ground, work, committee), date };
  });
  const { pdf, missing } = await ground.press.print({
    template: KIT,
    data,
    practice: isPractice(committee),
  });
  return { bytes: pdf, missing, name: `断网包-${committee.name}-${date}.pdf`, shown: true };
}

/** The card for the hour without power. Errors: `not-permitted`, `slow-down`. */
export async function printDangerCard(ground: KitGround, actor: Actor): Promise<MadeFile> {
  const committee = ownCommittee(actor);
  const facts = await transact(ground, actor, '打印断电应急卡', async (work) => {
    work.audit({ action: 'kit.card', subject: 'kit', committeeId: committee.id });
    return cardFacts(ground, work, committee);
  });
  const { pdf, missing } = await ground.press.print({
    template: CARD,
    data: { ...cardData(facts), size: 'a4' },
    practice: isPractice(committee),
  });
  return { bytes: pdf, missing, name: `断电应急卡-${committee.name}.pdf`, shown: true };
}

/** Makes a committee's kit of this evening and notes that it could be made. Errors: what the press could not set. */
export async function makeKit(ground: KitGround, committee: Unit): Promise<void> {
  const actor = jobActor(committee);
  const data = await transact(ground, actor, '备好断网包', async (work) => {
    work.audit({ action: 'kit.make', subject: 'kit', committeeId: committee.id });
    return kitOf(ground, work, committee);
  });
  await ground.press.print({ template: KIT, data });
  await transact(ground, actor, '备好断网包', async (work) => {
    noteMade(work, committee.id, localDate(work.now));
    work.audit({ action: 'kit.ready', subject: 'kit', committeeId: committee.id });
  });
}
