import type { LoanCreate, LoanView, Thing } from '@qzt/contract/lending';
import { loanDue, loanReminders } from '@qzt/domain/lending';
import { dueOn, type WorkingTime } from '@qzt/domain/promise';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { newId } from '../../platform/random.ts';
import { notFound, Refusal, wrongField } from '../../platform/refusal.ts';
import type { Repeat } from '../../platform/repeat.ts';
import type { SubjectKey } from '../../platform/subject/index.ts';
import { localDate, toOffset } from '../../platform/time.ts';
import { transact, violated, type Work } from '../../platform/transact.ts';
import { findResident, type Resident } from '../household/index.ts';
import { type CaseGround, findEncounter, recordContact } from '../reception/index.ts';
import { findLoan, insertLoan, type NewLoan } from './loan.store.ts';
import { oweLoan } from './loan-promise.store.ts';
import { insertStep } from './loan-step.store.ts';
import { loanView } from './loan-view.ts';
import { things } from './things.ts';

/** Lends a thing. Errors: `not-permitted`, `not-found` (contact, resident), `invalid-input` (thing, until), `id-exists`. */
export async function lend(
  ground: CaseGround,
  actor: Actor,
  input: LoanCreate,
  repeat: Repeat,
): Promise<LoanView> {
  permit(actor, 'loan.write');
  const all = await things();
  const thing = thingOf(input, all);
  try {
    return await transact(
      ground,
      actor,
      '借出东西',
      (work) => record(ground, work, input, thing, all),
      repeat,
    );
  } catch (error) {
    if (violated(error, 'loan_pkey') || violated(error, 'personal_text_pkey'))
      throw await idExists(ground, actor, input.id);
    throw error;
  }
}

function thingOf({ thing }: LoanCreate, all: readonly Thing[]): Thing | { readonly name: string } {
  if ('name' in thing) return all.find(({ name }) => name === thing.name) ?? thing;
  const known = all.find(({ code }) => code === thing.code);
  if (known === undefined)
    throw wrongField('thing.code', '没有这样东西,请从名单里选或直接写名字', 'unknown');
  return known;
}

/** Until when: the day that was said, else the days of the preset. */
function dueOf(work: Work, until: string | undefined, thing: object, time: WorkingTime): string {
  if (until !== undefined) {
    if (until < localDate(work.now))
      throw wrongField('until', '日期已经过了,请选今天或以后', 'too-early');
    return dueOn(until, 0, time).at;
  }
  const days = 'workingDays' in thing ? (thing.workingDays as number) : undefined;
  return loanDue(toOffset(work.now), days, time);
}

interface Contact {
  readonly id: string;
  readonly confidential: boolean;
  readonly resident: Resident | undefined;
  readonly key: SubjectKey;
}

/** The contact that the loan hangs on, with its key: the one that was named, or one line recorded now. */
async function contactOf(
  ground: CaseGround,
  work: Work,
  input: LoanCreate,
  name: string,
): Promise<Contact> {
  if (input.encounterId !== undefined) return namedContact(work, input.encounterId, input);
  const id = newId();
  const visitor = Object.fromEntries(
    Object.entries(input.borrower ?? {}).filter(([, text]) => text !== undefined),
  );
  const { key } = await recordContact(ground, work, {
    id,
    channel: 'desk',
    startedAt: toOffset(work.now),
    needs: [{ id: newId(), words: `借${name}`, outcome: 'settled' }],
    ...(input.residentId ? { residentId: input.residentId } : {}),
    ...(Object.keys(visitor).length > 0 ? { visitor } : {}),
  });
  const resident = input.residentId ? await findResident(work, input.residentId) : undefined;
  return { id, confidential: false, resident, key };
}

async function namedContact(work: Work, id: string, { residentId }: LoanCreate): Promise<Contact> {
  const found = await findEncounter(work, id);
  if (found?.key === undefined) throw notFound('没有找到这次接触');
  const known = found.view.residentId;
  if (residentId !== undefined && residentId !== known)
    throw wrongField('residentId', '这次接触登记的不是这位居民,请检查', 'other-resident');
  const resident = known ? await findResident(work, known) : undefined;
  return { id, confidential: found.confidential, resident, key: found.key };
}

async function record(
  ground: CaseGround,
  work: Work,
  input: LoanCreate,
  thing: Thing | { readonly name: string },
  all: readonly Thing[],
): Promise<LoanView> {
  const committeeId = work.actor.org.id;
  const time = await ground.workingTimes.of(committeeId);
  const dueAt = dueOf(work, input.until, thing, time);
  const contact = await contactOf(ground, work, input, thing.name);
  work.tellsOf(contact.key);
  const loan = loanOf(work, input, thing, dueAt, contact);
  insertLoan(work, loan);
  const step = insertStep(work, committeeId, loan.key, {
    id: newId(),
    loanId: loan.id,
    encounterId: loan.encounter_id,
    seq: 1,
    type: 'lend',
    data: { count: loan.count, until: dueAt },
    words: {},
  });
  const [first] = loanReminders(dueAt, time);
  oweLoan(work, committeeId, loan.id, work.actor.id, { at: dueAt, wakeAt: first.at });
  work.audit({ action: 'loan.lend', subject: 'loan', subjectId: loan.id, committeeId });
  return loanView(loan, [step], all, work.now);
}

function loanOf(
  work: Work,
  { id, count, borrower, note }: LoanCreate,
  thing: Thing | { readonly name: string },
  dueAt: string,
  contact: Contact,
): NewLoan {
  const code = 'code' in thing ? thing.code : null;
  return {
    committee_id: work.actor.org.id,
    id,
    encounter_id: contact.id,
    confidential: contact.confidential,
    resident_id: contact.resident?.id ?? null,
    resident: contact.resident?.facts,
    door: contact.resident?.door ?? null,
    thing: code,
    count,
    state: 'out',
    returned: 0,
    lent_by: work.actor.id,
    lent_by_name: work.actor.name,
    lent_at: work.now,
    due_at: new Date(dueAt),
    closed_at: null,
    version: 1,
    key: contact.key,
    words: {
      ...(code === null ? { thing: thing.name } : {}),
      ...(borrower?.name ? { name: borrower.name } : {}),
      ...(borrower?.phone ? { phone: borrower.phone } : {}),
      ...(note ? { note } : {}),
    },
  };
}

async function idExists(ground: CaseGround, actor: Actor, id: string): Promise<Refusal> {
  const loan = await transact(ground, actor, '查重', (work) => findLoan(work, id));
  return loan === undefined ? notFound() : new Refusal('id-exists', { version: loan.version });
}
