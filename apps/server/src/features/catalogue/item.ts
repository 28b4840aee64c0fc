import type { ItemDetails, ServiceItem } from '@qzt/domain/catalogue';

/** What a stored version says; code, version, dates, standing and confirmation are columns of their own. */
export type ItemBody = Omit<
  ServiceItem,
  'code' | 'version' | 'validFrom' | 'validTo' | 'standing' | 'confirmed'
>;
export type { ItemDetails };
