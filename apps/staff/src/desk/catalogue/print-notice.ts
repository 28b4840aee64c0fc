import { addressOf } from '@qzt/contract';
import { printEndpoints } from '@qzt/contract/reception';
import { paperSize } from '../../platform/paper-size.ts';

/** Where the notice of an item without a case is printed from, in the size that lies in this computer's printer. */
export const itemNoticeAddress = (code: string): string =>
  addressOf(printEndpoints.printItemNotice, { params: { code }, query: { size: paperSize() } });
