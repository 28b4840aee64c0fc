import { PHONE_ROLES } from '@qzt/domain/phonebook';

/** Whom one may have called about a case: everybody of the telephone book, and the lines of danger that stand in none. */
export const CALLED: Readonly<Record<string, string>> = {
  ...PHONE_ROLES,
  psychHotline: '心理援助热线',
  antiFraud: '反诈专线',
};
