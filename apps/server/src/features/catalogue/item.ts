import type { ItemBody, ItemDetails } from '@qzt/domain/catalogue';

export type { ItemBody, ItemDetails };
