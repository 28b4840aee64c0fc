import { type Problem, ProblemError } from '@qzt/contract';
import { ledgerEndpoints } from '@qzt/contract/ledger';
import type { Register } from '@qzt/domain/ledger';

export type TakeOrder = Parameters<typeof JSON.stringify>[0] & {
  readonly from: string;
  readonly to: string;
  readonly format: 'xlsx';
  readonly purpose: string;
};

/** Asks for a register as a file. Errors: `ProblemError` for what the server refused. */
async function taken(register: Register, order: TakeOrder): Promise<Blob> {
  const answer = await fetch(ledgerEndpoints.exportRegister.path.replace(':register', register), {
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
  order: TakeOrder,
  fileName: string,
): Promise<void> {
  const address = URL.createObjectURL(await taken(register, order));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
