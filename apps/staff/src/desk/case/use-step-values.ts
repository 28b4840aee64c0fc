import type { CaseView, PostableType } from '@qzt/contract/reception';
import { useState } from 'react';
import { now } from '../../platform/clock.ts';
import { useSession } from '../../platform/session.ts';
import { actionOf } from './actions.ts';
import type { Values } from './event-form.ts';
import { dropStep, findStep, keepStep, type StepOwner } from './step-drafts.ts';
import { tickedAtFirst } from './ticked.ts';

interface StepValues {
  readonly values: Values;
  readonly change: (path: string, value: unknown) => void;
  /** Was it half-written before. */
  readonly found: boolean;
  readonly drop: () => void;
}

/** What is being written in the form of a step; it survives a crash, an ended session and a look at another case. */
export const useStepValues = (type: PostableType, shown: CaseView): StepValues => {
  const { staff } = useSession();
  const owner: StepOwner = { staffId: staff.id, caseId: shown.id, type };
  const [before] = useState(() => findStep(localStorage, owner, now().getTime()));
  const [values, setValues] = useState<Values>(
    () => before ?? { ...actionOf(type).initial, ...tickedAtFirst(type, shown) },
  );
  return {
    values,
    found: before !== null,
    change: (path, value) => {
      const next = { ...values, [path]: value };
      setValues(next);
      keepStep(localStorage, owner, next, now().getTime());
    },
    drop: () => dropStep(localStorage, owner),
  };
};
