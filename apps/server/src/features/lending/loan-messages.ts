import { maskName } from '@qzt/domain/household';
import type { OutgoingMessage } from '../../platform/notify/index.ts';
import type { Directory } from '../org/index.ts';
import type { LoanMessages } from '../reception/index.ts';
import { findLoan, type StoredLoan } from './loan.store.ts';
import { borrowerOf, thingNameOf } from './loan-view.ts';
import { things } from './things.ts';

/** The kind words about what did not come back. They name no deadline missed and ask for nothing but a word. */
const TO_BORROWER = (committee: string, thing: string): string =>
  `【${committee}】您借的${thing},用好了方便时送回来就行;还要用的话,打个电话说一声,给您续上。`;
const TO_LENDER = (who: string, thing: string): string =>
  `${who}借的${thing}过了约定的时间,方便时打个电话问一声,还要用就续借。`;

/** Fills the outbox's port: the text of a message about a loan and where it goes. */
export const loanMessages =
  ({ directory }: { readonly directory: Directory }): LoanMessages =>
  async (work, loanId, message) => {
    const loan = await findLoan(work, loanId);
    if (loan === undefined) return 'no-loan';
    if (loan.state !== 'out' || loan.due_at > work.now) return 'overtaken';
    const thing = thingNameOf(loan, await things());
    const to =
      message.recipient.kind === 'staff'
        ? await staffAddress(directory, message.recipient.id)
        : phoneOf(loan);
    if (to === undefined) return 'no-address';
    const { name } = borrowerOf(loan);
    const text =
      'phone' in to
        ? TO_BORROWER(work.actor.org.name, thing)
        : TO_LENDER(name === null ? '有人' : maskName(name), thing);
    return { id: message.id, to, text };
  };

async function staffAddress(
  directory: Directory,
  id: string | null,
): Promise<OutgoingMessage['to'] | undefined> {
  const person = await directory.staff(id ?? '');
  return person && !person.left ? { name: person.name } : undefined;
}

/** A number that may be told what was borrowed: none where the contact is confidential. */
export function phoneOf(loan: StoredLoan): { phone: string } | undefined {
  const { phone } = borrowerOf(loan);
  return phone === null || loan.confidential ? undefined : { phone };
}
