import { type Problem, ProblemError, type SentBodyOf } from '@qzt/contract';
import { ledgerEndpoints } from '@qzt/contract/ledger';
import type { Register } from '@qzt/domain/ledger';

export type TakeOrder = SentBodyOf<typeof ledgerEndpoints.exportRegister>;

const FORMS = {
  xlsx: ledgerEndpoints.exportRegister.path,
  pdf: ledgerEndpoints.printRegister.path,
} as const;
export type Form = keyof typeof FORMS;

/** Asks for a register as a file. Errors: `ProblemError` for what the server refused. */
async function taken(register: Register, form: Form, order: TakeOrder): Promise<Blob> {
  const answer = await fetch(FORMS[form].replace(':register', register), {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });
  if (!answer.ok) throw new ProblemError((await answer.json()) as Problem);
  return answer.blob();
}

/** Takes a register away under a name that says what it is. */
export async function takeAway(
  register: Register,
  form: Form,
  order: TakeOrder,
  name: string,
): Promise<void> {
  const address = URL.createObjectURL(await taken(register, form, order));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.${form}`;
  link.click();
  URL.revokeObjectURL(address);
}
