import type { DangerView } from '@qzt/contract/danger';
import type { PhoneEntry } from '@qzt/contract/phonebook';

/** One call of the card, with the key that notes it. */
export interface CardCall {
  readonly key: string;
  /** A role of the telephone book, or a line of danger that stands in none. */
  readonly whom: string;
  readonly label: string;
  /** Null: nobody has entered it yet. */
  readonly number: string | null;
  /** Nobody of this installation has confirmed the number. */
  readonly unsure: boolean;
}

const TOLD = { head: '书记、主任', policeOfficer: '社区民警' } as const;
const UNSURE: readonly string[] = ['unverified', 'assumed'];

/**
 * The calls of a danger in their order: who helps, then who must know. A number that the committee entered in its telephone
 * book wins over the one that came with the product. A masked number is not shown: it is asked for in the book.
 */
export function callsOf(
  danger: Pick<DangerView, 'calls' | 'tell'>,
  book: readonly Pick<PhoneEntry, 'role' | 'name' | 'phone' | 'masked' | 'shipped'>[],
): CardCall[] {
  const own = (role: string) => book.find((entry) => entry.role === role && !entry.shipped);
  const helpers = danger.calls.map(({ code, name, number, standing }) => {
    const entered = own(code);
    return {
      whom: code,
      label: name,
      number: entered?.phone ?? number,
      unsure: entered === undefined && UNSURE.includes(standing),
    };
  });
  const told = danger.tell.map((role) => {
    const entered = own(role);
    return {
      whom: role,
      label: entered ? `${TOLD[role]} ${entered.name}` : TOLD[role],
      number: entered && !entered.masked ? entered.phone : null,
      unsure: false,
    };
  });
  return [...helpers, ...told].map((call, index) => ({ ...call, key: String(index + 1) }));
}

/** The key that leaves the card: the one after the last call. */
export const leaveKey = (calls: readonly CardCall[]): string => String(calls.length + 1);
