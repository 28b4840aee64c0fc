import type { SentBodyOf } from '@qzt/contract';
import type { caseEndpoints, encounterEndpoints } from '@qzt/contract/reception';
import { type Draft, titleOf } from './draft.ts';

/** `line`: one line without a case. `point`: shown the way to an office that is not in the system. */
export type Act = 'settle' | 'register' | 'line' | 'refer' | 'dispatch' | 'point' | 'refuse';

/** Acts after which there is a case. */
export const makesCase = (act: Act): boolean => act !== 'line' && act !== 'point';

export type EncounterBody = SentBodyOf<typeof encounterEndpoints.createEncounter>;
export type CaseBody = SentBodyOf<typeof caseEndpoints.createCase>;

/** What stands in the record when the worker settles without writing an answer. */
export const DEFAULT_ANSWER = '已当场办好';

const visitorOf = ({ visitor, resident }: Draft): EncounterBody['visitor'] => {
  const { name, phone, relation, onBehalfOf } = visitor;
  // A resident's name and telephone stand in his file and nowhere else.
  const own = resident === null ? { name, phone } : {};
  const filled = Object.entries({ ...own, relation, onBehalfOf }).filter(
    ([, text]) => text.trim() !== '',
  );
  return filled.length === 0 ? undefined : Object.fromEntries(filled);
};

const outcomeOf = (draft: Draft, act: Act): EncounterBody['needs'][number]['outcome'] => {
  if (act === 'line') return draft.lineOutcome;
  return act === 'point' ? 'referred' : 'case';
};

/** The contact: one need in the resident's words. Fields that nobody filled are left out. `place`: where he was sent. */
export const encounterOf = (draft: Draft, act: Act, place?: string): EncounterBody => {
  const visitor = visitorOf(draft);
  const { resident, lateAt } = draft;
  return {
    id: draft.ids.encounter,
    channel: draft.channel,
    startedAt: lateAt ?? draft.startedAt,
    ...(lateAt === null ? {} : { enteredLate: true }),
    journey: draft.journey,
    ...(resident ? { residentId: resident.id, householdId: resident.householdId } : {}),
    ...(visitor ? { visitor } : {}),
    needs: [
      {
        id: draft.ids.need,
        words: draft.words.trim() === '' ? titleOf(draft) : draft.words,
        outcome: outcomeOf(draft, act),
        ...(place === undefined ? {} : { place }),
        ...(draft.picked?.kind === 'item' ? { serviceItem: draft.picked.code } : {}),
      },
    ],
  };
};

/** The case behind the contact. `linked` false: the contact was stored before without a need that waits for a case. */
export const caseOf = (draft: Draft, act: Act, linked: boolean): CaseBody => {
  const { resident } = draft;
  const materials = Object.entries(draft.materials)
    .filter(([, copies]) => copies > 0)
    .map(([name, copies]) => ({ name, copies }));
  return {
    id: draft.ids.case,
    ...(linked ? { encounterId: draft.ids.encounter, needId: draft.ids.need } : {}),
    kind: draft.kind,
    title: titleOf(draft),
    ...(draft.picked?.kind === 'item' ? { serviceItem: draft.picked.code } : {}),
    ...(resident ? { residentId: resident.id } : {}),
    ...(draft.urgent ? { urgent: true } : {}),
    ...(draft.confidential ? { confidential: true } : {}),
    ...(draft.safePhone.trim() === '' ? {} : { safePhone: draft.safePhone }),
    ...(materials.length > 0 ? { materials } : {}),
    ...(act === 'settle'
      ? { settle: { answer: draft.answer.trim() === '' ? DEFAULT_ANSWER : draft.answer } }
      : {}),
  };
};
