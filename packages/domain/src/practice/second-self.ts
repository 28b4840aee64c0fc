import type { Role } from '../org/index.ts';

/** Stands behind the name of every place of practice, so that no list, paper or table can be taken for a real one. */
export const PRACTICE_MARK = '(演练)';

export const practiceName = (name: string): string => `${name}${PRACTICE_MARK}`;

/** The short code of a place of practice: the real one's with an ending; `part` for one of its offices. */
export const practiceCode = (code: string, part?: number): string =>
  part === undefined ? `${code}-yl` : `${code}-yl-${part}`;

/** Who practises may try everything that a committee does, the head's part too: there is nobody to be harmed. */
export const practiceRoles = (roles: readonly Role[]): Role[] => [
  ...new Set<Role>(['worker', 'head', ...roles.filter((role) => role === 'lineOwner')]),
];
