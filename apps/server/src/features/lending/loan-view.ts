import type { LoanLine, LoanView, Thing } from '@qzt/contract/lending';
import { maskDoor, maskName, maskPhone } from '@qzt/domain/household';
import { toOffset } from '../../platform/time.ts';
import type { StoredLoan } from './loan.store.ts';
import type { StoredStep } from './loan-step.store.ts';

/** What a loan is called where its words are gone. */
const ERASED = '(内容已按请求删除)';

export const thingNameOf = (
  loan: Pick<StoredLoan, 'thing' | 'words'>,
  all: readonly Thing[],
): string =>
  all.find(({ code }) => code === loan.thing)?.name ?? loan.words?.thing ?? loan.thing ?? ERASED;

/** Who has it: the resident, else who gave a name. */
export const borrowerOf = (loan: StoredLoan): { name: string | null; phone: string | null } => ({
  name: loan.words?.name ?? loan.resident?.name ?? null,
  phone: loan.words?.phone ?? loan.resident?.phone ?? null,
});

const masked = (text: string | null, mask: (text: string) => string): string | null =>
  text === null ? null : mask(text);

/** The name of whoever has it as it is shown; of an erased person that it was removed, not that none was given. */
function shownName(loan: StoredLoan, show: (name: string) => string): string | null {
  const { name } = borrowerOf(loan);
  if (name !== null) return show(name);
  return loan.resident_id === null ? null : ERASED;
}

/** A loan in a list: name, telephone and door masked. */
export function loanLine(loan: StoredLoan, all: readonly Thing[], now: Date): LoanLine {
  const { phone } = borrowerOf(loan);
  return {
    id: loan.id,
    thing: { code: loan.thing, name: thingNameOf(loan, all) },
    count: loan.count,
    returned: loan.returned,
    state: loan.state,
    borrower: {
      name: shownName(loan, maskName),
      phone: masked(phone, maskPhone),
      door: masked(loan.door, maskDoor),
      residentId: loan.resident_id,
    },
    lentBy: { id: loan.lent_by, name: loan.lent_by_name },
    lentAt: toOffset(loan.lent_at),
    dueAt: toOffset(loan.due_at),
    closedAt: loan.closed_at === null ? null : toOffset(loan.closed_at),
    late: loan.state === 'out' && loan.due_at < now,
    version: loan.version,
  };
}

/** A loan in full, for whoever opened it. */
export function loanView(
  loan: StoredLoan,
  steps: readonly StoredStep[],
  all: readonly Thing[],
  now: Date,
): LoanView {
  const { phone } = borrowerOf(loan);
  return {
    ...loanLine(loan, all, now),
    borrower: {
      name: shownName(loan, (name) => name),
      phone,
      door: loan.door,
      residentId: loan.resident_id,
    },
    encounterId: loan.encounter_id,
    note: loan.words?.note ?? null,
    steps: steps.map((step) => ({
      id: step.id,
      type: step.type,
      at: toOffset(step.at),
      by: { id: step.staff_id, name: step.staff_name },
      count: step.data.count ?? null,
      until: step.data.until ?? null,
      returnedBy: step.words?.returnedBy ?? null,
      note: step.words?.note ?? null,
    })),
  };
}
