import {
  type CaseView,
  caseEndpoints,
  encounterEndpoints,
  type PostableType,
} from '@qzt/contract/reception';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { v7 } from 'uuid';
import { now } from '../../platform/clock.ts';
import type { Trouble } from '../../platform/trouble.ts';
import { useWrite } from '../../platform/use-write.ts';
import { actionOf, type FieldSpec, TRIP } from './actions.ts';
import { caseQuery } from './case-query.ts';
import { readEvent, type Values } from './event-form.ts';
import { tripOf } from './trip.ts';

interface Step {
  readonly send: (values: Values, specs?: readonly FieldSpec[]) => Promise<void>;
  readonly sending: boolean;
  readonly trouble: Trouble | null;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Sends one step of a case with the version that the person sees. After a refusal or a lost answer the case is read
 * again, so that the screen shows how it stands now; the id of the step stays, so that a retry is the same step. Where
 * the step cost the resident a trip, that is recorded as a contact of its own once the step is stored.
 */
export const useStep = (type: PostableType, shown: CaseView, done: () => void): Step => {
  const queries = useQueryClient();
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const id = useRef(v7());
  const trip = useRef(v7());
  const stored = useRef<CaseView | null>(null);
  const { queryKey } = caseQuery(shown.id);
  const step = useWrite(caseEndpoints.addEvent, (answer) => {
    stored.current = answer;
    queries.setQueryData(queryKey, answer);
  });
  const contact = useWrite(encounterEndpoints.createEncounter, () =>
    queries.invalidateQueries({ queryKey }),
  );

  const readAgain = (): Promise<unknown> =>
    Promise.all([
      queries.invalidateQueries({ queryKey }),
      queries.invalidateQueries({ queryKey: ['lists'] }),
    ]);

  const send = async (values: Values, specs = actionOf(type).fields): Promise<void> => {
    const read = readEvent(type, id.current, values, specs);
    setMissing(read.fields ?? {});
    if (read.event === undefined) return;
    const params = { id: shown.id };
    if (stored.current === null) {
      const sent = await step.send({ params, body: read.event, version: shown.version });
      if (!sent) return void (await readAgain());
    }
    if (values[TRIP] === 'yes') {
      const body = tripOf(stored.current ?? shown, values, trip.current, now());
      if (!(await contact.send({ body }))) return;
    }
    id.current = v7();
    stored.current = null;
    done();
    await queries.invalidateQueries({ queryKey: ['lists'] });
  };
  return {
    send,
    sending: step.sending || contact.sending,
    trouble: step.trouble ?? contact.trouble,
    fields: { ...step.trouble?.fields, ...missing },
  };
};
