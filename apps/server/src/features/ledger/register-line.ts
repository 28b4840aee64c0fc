import { maskName, maskPhone } from '@qzt/domain/household';
import type { RegisterLine } from '@qzt/domain/ledger';
import { caseNumber } from '@qzt/domain/reception';
import { openKey, readText, type Sealing, type SubjectKey } from '../../platform/subject/index.ts';
import { localDate, toOffset } from '../../platform/time.ts';
import type { ResidentFacts } from '../household/index.ts';
import { named } from '../reception/index.ts';
import type { LineRow } from './line-details.ts';

/** How much of the persons somebody is shown: nothing, masked, or whole (an export with its purpose). */
export type Persons = 'none' | 'masked' | 'full';

/** The names behind the codes of the materials of one case. */
export type Names = Readonly<Record<string, string>>;

interface Visitor {
  readonly name?: string;
  readonly phone?: string;
  readonly relation?: string;
  readonly onBehalfOf?: string;
}

interface EncounterWords {
  readonly visitor?: Visitor;
  readonly needs: readonly { readonly words: string }[];
}

interface CaseWords {
  readonly title: string;
  readonly safePhone?: string;
  readonly visitor?: Visitor;
  readonly names?: Names;
}

const ERASED = '(内容已按请求删除)';

const keyOf = (
  work: Pick<Sealing, 'keyring'>,
  row: LineRow,
  of: 'encounter' | 'case' | 'resident',
): SubjectKey | undefined => {
  const id = row[`${of}_key`];
  return id === null
    ? undefined
    : openKey(work, row.committee_id, {
        key_id: id,
        master: row[`${of}_master`],
        wrapped: row[`${of}_wrapped`],
      });
};

interface Opened {
  readonly contact: EncounterWords | undefined;
  readonly about: CaseWords | undefined;
  readonly resident: ResidentFacts | undefined;
}

/** What is encrypted of a line; undefined parts were never written, or are erased. */
function opened(work: Pick<Sealing, 'keyring'>, row: LineRow): Opened {
  const contact =
    row.encounter_id === null
      ? undefined
      : readText<EncounterWords>(keyOf(work, row, 'encounter'), row.encounter_id, {
          keyId: row.encounter_key,
          cipher: row.encounter_words,
        });
  const about =
    row.case_id === null
      ? undefined
      : readText<CaseWords>(keyOf(work, row, 'case'), row.case_id, {
          keyId: row.words_key,
          cipher: row.case_words,
        });
  const resident =
    row.resident_id === null
      ? undefined
      : readText<ResidentFacts>(keyOf(work, row, 'resident'), row.resident_id, {
          keyId: row.resident_key,
          cipher: row.resident_cipher,
        });
  return { contact, about, resident };
}

/** The persons of a line. Of the telephones the one that the person marked as safe is the one to be used. */
function personsOf(row: LineRow, { contact, about, resident }: Opened, persons: Persons) {
  if (persons === 'none')
    return { who: null, onBehalfOf: null, phone: null, door: null, words: null };
  const name = persons === 'full' ? (text: string) => text : maskName;
  const number = persons === 'full' ? (text: string) => text : maskPhone;
  const visitor = contact?.visitor ?? about?.visitor;
  const called = resident?.name ?? visitor?.name;
  const phone = about?.safePhone ?? visitor?.phone ?? resident?.phone;
  const unknown = row.resident_id !== null && resident === undefined ? ERASED : null;
  const said = row.position === null ? about?.title : contact?.needs[row.position]?.words;
  return {
    who: called === undefined ? unknown : name(called),
    onBehalfOf: behalfOf(visitor, name),
    phone: phone === undefined ? null : number(phone),
    door: row.door,
    words: said ?? about?.title ?? ERASED,
  };
}

function behalfOf(visitor: Visitor | undefined, name: (text: string) => string): string | null {
  if (visitor?.onBehalfOf === undefined) return null;
  const relation = visitor.relation === undefined ? '' : `(${visitor.relation})`;
  return `代 ${name(visitor.onBehalfOf)}${relation}`;
}

/** What came in of the papers. Names that somebody wrote himself, which have a code, may tell of a person. */
function materialsOf(row: LineRow, names: Names, persons: Persons): RegisterLine['materials'] {
  return (row.state?.materials ?? [])
    .filter(({ received }) => received)
    .map((material) => {
      const { name, copies } = named(material, names);
      const written = name !== material.name;
      return { name: persons === 'none' && written ? '其他材料' : name, copies };
    });
}

/** The people of the committee who took it and have it; without persons the office alone. */
function handling(row: LineRow, persons: Persons): Pick<RegisterLine, 'firstAsked' | 'handler'> {
  if (row.state === null) {
    const { owner_id: id, owner_name: name } = row;
    const owner = id === null || name === null || persons === 'none' ? null : { id, name };
    return { firstAsked: owner, handler: owner && { name: owner.name, org: '' } };
  }
  const { firstAsked, handler } = row.state;
  return {
    firstAsked: persons === 'none' ? null : { id: firstAsked.id, name: firstAsked.name },
    handler: { name: persons === 'none' ? null : handler.name, org: handler.org },
  };
}

const ratingOf = (row: LineRow): RegisterLine['rating'] => {
  if (row.state?.rating) return { score: row.state.rating.score, of: row.state.rating.of };
  const { rating_score: score, rating_of: of } = row;
  return score === null || of === null ? null : { score, of };
};

/** What was done on the spot is over with the contact. */
const closedAt = (row: LineRow): string | null => {
  if (row.state !== null) return row.state.closedAt;
  return row.outcome === 'case' ? null : toOffset(row.ended_at ?? row.at);
};

const instant = (at: Date | null): string | null => (at === null ? null : toOffset(at));

export interface LineFacts {
  readonly committee: { readonly id: string; readonly name: string };
  readonly item: RegisterLine['item'];
  readonly names: Names;
}

/** A line of a register as it is shown. A contact without a case has a number made like a case's, marked J. */
export function registerLine(
  work: Pick<Sealing, 'keyring'>,
  row: LineRow,
  facts: LineFacts,
  persons: Persons,
): RegisterLine {
  const open = opened(work, row);
  return {
    id: row.id,
    number: row.number ?? `J${caseNumber(row.id, localDate(row.at), 0)}`,
    committee: facts.committee,
    at: toOffset(row.at),
    enteredLate: row.entered_late ?? false,
    confidential: row.confidential,
    channel: row.channel,
    ...personsOf(row, open, persons),
    item: facts.item,
    materials: materialsOf(row, { ...open.about?.names, ...facts.names }, persons),
    ...handling(row, persons),
    promisedBy: instant(row.promised_by),
    outcome: row.outcome,
    status: row.status,
    ending: row.state?.ending ?? null,
    late: row.late ?? false,
    closedAt: closedAt(row),
    rating: persons === 'none' ? null : ratingOf(row),
    journeys: row.journeys,
    caseId: row.case_id,
    urgentSince: instant(row.urgent_since),
    firstCallAt: instant(row.first_call_at),
    firstStepAt: instant(row.first_step_at),
    certificates: row.certificates,
    loan: null,
  };
}
