/**
 * Ids of what is loaded, made from numbers, so that pgbench can name any of them: committees from 1000 on, cases by a
 * number of twelve digits.
 */
export const ORG_PREFIX = '01900000-0000-7000-8000-00000000';
export const STAFF_PREFIX = '01900000-0001-7000-8000-00000000';
export const CASE_PREFIX = '01900000-';
export const CASE_MIDDLE = '-7000-8000-';
export const FIRST_COMMITTEE = 1000;
export const FIRST_CASE = 100_000_000_000;

export const orgId = (committee: number): string => `${ORG_PREFIX}${FIRST_COMMITTEE + committee}`;
export const staffId = (committee: number): string =>
  `${STAFF_PREFIX}${FIRST_COMMITTEE + committee}`;
export const usernameOf = (committee: number): string => `bench-${FIRST_COMMITTEE + committee}`;

/** The id of one of the records of a case: `part` 0 is the case itself, others are its events, promises and so on. */
export const partId = (committee: number, number: number, part: number): string =>
  `${CASE_PREFIX}${FIRST_COMMITTEE + committee}-${7000 + part}-8000-${FIRST_CASE + number}`;

export const caseId = (committee: number, number: number): string => partId(committee, number, 0);

/** How much is loaded. The first committee has most: half as many again as each other. */
export interface Size {
  readonly committees: number;
  readonly casesEach: number;
}

export const casesOf = (size: Size, committee: number): number =>
  committee === 0 ? Math.round(size.casesEach * 1.5) : size.casesEach;

/** Cases that are still open in each committee: work in hand does not grow with the years. */
export const OPEN_EACH = 40;
