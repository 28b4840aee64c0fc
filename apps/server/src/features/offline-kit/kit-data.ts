import type { DangerView } from '@qzt/contract/danger';
import type { PhoneEntry } from '@qzt/contract/phonebook';
import { PHONE_ROLES } from '@qzt/domain/phonebook';
import { onPaper } from '../../platform/document/index.ts';
import { spokenTime } from '../../platform/time.ts';
import type { OnDuty } from '../promise/index.ts';

/** Whom one calls first, in the order of the card. */
const FIRST_CALLS = ['police', 'fire', 'ambulance', 'gas'];
/** Who is told next. */
const TOLD_NEXT = ['head', 'policeOfficer'];

export interface CardFacts {
  readonly office: string;
  readonly at: Date;
  readonly phones: readonly PhoneEntry[];
  readonly dangers: readonly DangerView[];
}

const ROLES: Readonly<Record<string, string>> = PHONE_ROLES;

/** `110 报警` → `报警`: the number stands beside it. */
const labelOf = (role: string): string => (ROLES[role] ?? role).replace(/^\d+\s*/, '');

const entryOnPaper = ({ role, name, phone, standing, shipped }: PhoneEntry) => ({
  role: labelOf(role),
  name: name === labelOf(role) ? '' : name,
  phone,
  unverified: shipped && !standing.startsWith('official'),
});

const of = (phones: readonly PhoneEntry[], roles: readonly string[]) =>
  roles.flatMap((role) => phones.filter((one) => one.role === role)).map(entryOnPaper);

const dayOf = (at: Date): string => spokenTime(at).split(' ').slice(0, 2).join(' ');

/** The danger card. A number that nobody entered leaves a line to write it on. */
export const cardData = ({ office, at, phones, dangers }: CardFacts) => ({
  office,
  made: dayOf(at),
  calls: of(phones, FIRST_CALLS),
  told: TOLD_NEXT.map((role) => {
    const [entry] = of(phones, [role]);
    return entry ?? { role: labelOf(role), name: null, phone: null, unverified: false };
  }),
  dangers: dangers.map(({ name, firstMinute, mustNot, calls, report }) => ({
    name,
    firstMinute: firstMinute.map(onPaper),
    mustNot: mustNot.map(onPaper),
    numbers: calls.map((call) => call.number),
    report: report !== 'none',
  })),
});

const namesOf = ({ primary, backup }: OnDuty) => ({
  primary: primary?.name ?? null,
  backup: backup?.name ?? null,
});

export interface KitFacts extends CardFacts {
  readonly tonight: OnDuty;
  readonly tomorrow: OnDuty;
  readonly notices: readonly object[];
}

const DAY_MS = 86_400_000;

export const kitData = (facts: KitFacts) => ({
  ...cardData(facts),
  size: 'a4',
  tonight: { day: dayOf(facts.at), ...namesOf(facts.tonight) },
  tomorrow: {
    day: dayOf(new Date(facts.at.getTime() + DAY_MS)),
    ...namesOf(facts.tomorrow),
  },
  phones: facts.phones.map(entryOnPaper),
  notices: facts.notices,
});
