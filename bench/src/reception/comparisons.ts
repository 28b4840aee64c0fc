import { nameQueryTokens } from '@qzt/domain/household';
import { tokensOf } from '../../../apps/server/src/features/household/index.ts';
import type { Keyring } from '../../../apps/server/src/platform/keys/index.ts';
import { httpText } from '../load/http-text.ts';
import {
  CASE_MIDDLE,
  CASE_PREFIX,
  caseId,
  ORG_PREFIX,
  orgId,
  STAFF_PREFIX,
  staffId,
} from './data/dimensions.ts';
import { residentName } from './data/load-residents.ts';
import { choiceOf, readScript, SCOPE_MARK, withChoice } from './pgbench-script.ts';
import { findOf, LIST, REGISTER, readOf } from './requests.ts';
import { CLIENTS, type Comparison } from './rounds.ts';
import type { Scripts } from './scripts.ts';

/** Registering a case, beside the same statements. */
export const registering = (scripts: Scripts, cookie: string): Comparison => ({
  name: 'register',
  requests: [httpText(REGISTER, cookie)],
  expect: 201,
  script: readScript('register').replace(SCOPE_MARK, scripts.register.scope),
  variables: scripts.register.variables,
});

/** The scope that the product sent for `worker`, with the ids of a loaded worker, who has the same role. */
function scopeFor(committee: number, ofWorker: string): string {
  const org = orgId(committee);
  return [org, org, org, staffId(committee), ofWorker.split('|')[4] ?? ''].join('|');
}

/** Requests built beforehand for the load: enough that few repeat within a round. */
const READS_BUILT = 50_000;

/** Reading any case of any committee, each as a worker of its committee. */
export function reading(
  scripts: Scripts,
  cookies: readonly string[],
  casesEach: number,
): Comparison {
  const script = readScript('read');
  const leaf = choiceOf(script);
  const any = (count: number) => Math.floor(Math.random() * count);
  return {
    name: 'read',
    requests: Array.from({ length: READS_BUILT }, () => {
      const committee = any(cookies.length);
      return httpText(readOf(caseId(committee, any(casesEach))), cookies[committee] ?? '');
    }),
    expect: 200,
    script: withChoice(
      script,
      'c',
      cookies.map((_, committee) =>
        leaf.replace(SCOPE_MARK, scopeFor(committee, scripts.read.scope)),
      ),
    ),
    variables: {
      ...scripts.read.variables,
      last_committee: String(cookies.length - 1),
      last_case: String(casesEach - 1),
      org_prefix: ORG_PREFIX,
      staff_prefix: STAFF_PREFIX,
      case_prefix: CASE_PREFIX,
      case_middle: CASE_MIDDLE,
    },
  };
}

const ofFirst = { committee: orgId(0), staff: staffId(0) };

/** Listing the newest cases of the first committee. */
export const listing = (scripts: Scripts, cookie: string): Comparison => ({
  name: 'list',
  requests: [httpText(LIST, cookie)],
  expect: 200,
  script: readScript('list').replace(SCOPE_MARK, scopeFor(0, scripts.list.scope)),
  variables: { ...scripts.list.variables, ...ofFirst, committees: `{${orgId(0)}}` },
});

/**
 * Parts of names of people who live there: given names of two characters, and surnames with the character behind. One for
 * each client: pgbench takes every text with another value for another statement, and plans each five times before it
 * keeps a plan, where the product has one statement.
 */
const PARTS = Array.from({ length: CLIENTS }, (_, index) => {
  const name = residentName(0, index * 37);
  return index % 2 === 0 ? name.slice(-2) : name.slice(0, 2);
});

/** Finding residents of the first committee by part of the name. */
export function finding(scripts: Scripts, keyring: Keyring, cookie: string): Comparison {
  const script = readScript('find');
  const leaf = choiceOf(script);
  const tokens = PARTS.map((part, index) => {
    const found = tokensOf(keyring, orgId(0), nameQueryTokens(part));
    return [
      `tokens_${index}`,
      `{${found.map((token) => `"\\\\x${token.toString('hex')}"`).join(',')}}`,
    ];
  });
  return {
    name: 'find',
    requests: PARTS.map((part) => httpText(findOf(part), cookie)),
    keepToOne: true,
    expect: 200,
    script: withChoice(
      script.replace(SCOPE_MARK, scopeFor(0, scripts.find.scope)),
      'client_id',
      PARTS.map((_, index) => leaf.replaceAll(':tokens', `:tokens_${index}`)),
    ),
    variables: {
      ...scripts.find.variables,
      ...Object.fromEntries(tokens),
      ...ofFirst,
    },
  };
}
