import { lastDayOf, REGISTER_LABELS, type Register } from '@qzt/domain/ledger';
import { type Actor, isPractice } from '../../platform/actor.ts';
import type { Press } from '../../platform/document/index.ts';
import type { MadeFile } from '../../platform/made-file.ts';
import { spreadsheet } from '../../platform/spreadsheet/index.ts';
import { type ExportOrder, takeRegister } from './export.service.ts';
import type { LedgerGround } from './ledger-ground.ts';
import { headOf, paperOf, sheetOf } from './sheet.ts';

/** What the files of the registers need besides. */
export interface FileGround extends LedgerGround {
  readonly press: Press;
}

const TEMPLATE = new URL('./register.typ', import.meta.url);

const nameOf = (register: Register, { from, to }: ExportOrder): string =>
  `${REGISTER_LABELS[register]} ${from} 至 ${lastDayOf({ from, to })}`;

/** A register as a spreadsheet. Errors: those of taking it, `slow-down`. */
export async function exportRegister(
  ground: FileGround,
  actor: Actor,
  register: Register,
  order: ExportOrder,
): Promise<MadeFile> {
  const taken = await takeRegister(ground, actor, register, order, 'xlsx');
  const head = headOf(actor, register, order, taken);
  const bytes = await spreadsheet(sheetOf(register, head, taken));
  return { bytes, name: `${nameOf(register, order)}.xlsx`, shown: false };
}

/** A register on paper, A4 across. Errors: those of taking it, `slow-down`, `not-ready`. */
export async function printRegister(
  ground: FileGround,
  actor: Actor,
  register: Register,
  order: ExportOrder,
): Promise<MadeFile> {
  const taken = await takeRegister(ground, actor, register, order, 'pdf');
  const head = headOf(actor, register, order, taken);
  const printed = await ground.press.print({
    template: TEMPLATE,
    data: paperOf(head, taken),
    practice: isPractice(actor.org),
  });
  return {
    bytes: printed.pdf,
    missing: printed.missing,
    name: `${nameOf(register, order)}.pdf`,
    shown: true,
  };
}
