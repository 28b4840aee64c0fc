import { content } from '../../platform/content.ts';

/** A number that every book begins with. */
export interface ShippedNumber {
  readonly id: string;
  readonly role: string;
  readonly name: string;
  readonly phone: string;
  readonly standing: string;
}

let shipped: Promise<readonly ShippedNumber[]> | undefined;

/** Emergency and repair numbers of the whole city; read once. */
export function shippedNumbers(): Promise<readonly ShippedNumber[]> {
  shipped ??= content<{ readonly numbers: readonly ShippedNumber[] }>(
    'phonebook/numbers.json',
  ).then(({ numbers }) => numbers);
  return shipped;
}
