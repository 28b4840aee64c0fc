import { CaseCreate, EncounterCreate } from '@qzt/contract/reception';
import { fieldsOf } from '../../platform/trouble.ts';
import { type Act, caseOf, encounterOf, makesCase } from './compose.ts';
import type { Draft } from './draft.ts';

/** What the contract's own shapes say of an entry before it is sent, by field. */
export const faultsOf = (draft: Draft, act: Act, place?: string): Record<string, string> => {
  const encounter = EncounterCreate.safeParse(encounterOf(draft, act, place));
  const made = makesCase(act) ? CaseCreate.safeParse(caseOf(draft, act, true)) : null;
  return {
    ...(encounter.error ? fieldsOf(encounter.error) : {}),
    ...(made?.error ? fieldsOf(made.error) : {}),
  };
};
