import type { SentBodyOf } from '@qzt/contract';
import type { caseEndpoints, encounterEndpoints } from '@qzt/contract/reception';
import { type Draft, titleOf } from './draft.ts';

export type Act = 'settle' | 'register' | 'line';
export type EncounterBody = SentBodyOf<typeof encounterEndpoints.createEncounter>;
export type CaseBody = SentBodyOf<typeof caseEndpoints.createCase>;

/** What stands in the record when the worker settles without writing an answer. */
export const DEFAULT_ANSWER = '已当场办好';

const visitorOf = (draft: Draft): EncounterBody['visitor'] => {
  const { name, phone, relation, onBehalfOf } = draft.visitor;
  const own = draft.who === 'visitor' ? { name, phone } : {};
  const rest = draft.who === 'nobody' ? {} : { relation, onBehalfOf };
  const filled = Object.entries({ ...own, ...rest }).filter(([, text]) => text.trim() !== '');
  return filled.length === 0 ? undefined : Object.fromEntries(filled);
};

const residentOf = (draft: Draft) => (draft.who === 'resident' ? draft.resident : null);

/** The contact: one need in the resident's words. Fields that nobody filled are left out. */
export const encounterOf = (draft: Draft, act: Act): EncounterBody => {
  const visitor = visitorOf(draft);
  const resident = residentOf(draft);
  return {
    id: draft.ids.encounter,
    channel: draft.channel,
    startedAt: draft.startedAt,
    journey: draft.journey,
    ...(resident ? { residentId: resident.id, householdId: resident.householdId } : {}),
    ...(visitor ? { visitor } : {}),
    needs: [
      {
        id: draft.ids.need,
        words: draft.words.trim() === '' ? titleOf(draft) : draft.words,
        outcome: act === 'line' ? draft.lineOutcome : 'case',
        ...(draft.picked?.kind === 'item' ? { serviceItem: draft.picked.code } : {}),
      },
    ],
  };
};

/** The case behind the contact. `linked` false: the contact was stored before without a need that waits for a case. */
export const caseOf = (draft: Draft, act: Act, linked: boolean): CaseBody => {
  const resident = residentOf(draft);
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
