import type { OutgoingMessage } from '../../platform/notify/index.ts';
import type { CaseFacts } from './case.view.ts';
import type { JobGround } from './job-ground.ts';
import type { Waiting } from './outbox.store.ts';

/** Where a message goes, or undefined when there is nobody to be reached. */
export async function addressOf(
  { directory }: JobGround,
  { recipient }: Waiting,
  facts: CaseFacts,
): Promise<OutgoingMessage['to'] | undefined> {
  switch (recipient.kind) {
    case 'staff': {
      const person = await directory.staff(recipient.id ?? '');
      return person && !person.left ? { name: person.name } : undefined;
    }
    case 'office': {
      const office = await directory.unit(recipient.id ?? '');
      return office && { name: office.name };
    }
    case 'resident':
    case 'visitor': {
      const phone = phoneOf(facts);
      return phone === undefined ? undefined : { phone };
    }
  }
}

/** The telephone that the person marked as safe; for a confidential case that one or none. */
function phoneOf({ state, words, resident }: CaseFacts): string | undefined {
  if (state.confidential) return words?.safePhone;
  return words?.safePhone ?? resident?.phone ?? words?.visitor?.phone;
}
