import { type CaseView, caseEndpoints, type PostableType } from '@qzt/contract/reception';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { v7 } from 'uuid';
import type { Trouble } from '../../platform/trouble.ts';
import { useWrite } from '../../platform/use-write.ts';
import { caseQuery } from './case-query.ts';
import { readEvent, type Values } from './event-form.ts';

interface Step {
  readonly send: (values: Values) => Promise<void>;
  readonly sending: boolean;
  readonly trouble: Trouble | null;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Sends one step of a case with the version that the person sees. After a refusal or a lost answer the case is read
 * again, so that the screen shows how it stands now; the id of the step stays, so that a retry is the same step.
 */
export const useStep = (type: PostableType, shown: CaseView, done: () => void): Step => {
  const queries = useQueryClient();
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const id = useRef(v7());
  const { queryKey } = caseQuery(shown.id);
  const step = useWrite(caseEndpoints.addEvent, async (answer) => {
    queries.setQueryData(queryKey, answer);
    done();
    await queries.invalidateQueries({ queryKey: ['lists'] });
  });
  const send = async (values: Values): Promise<void> => {
    const read = readEvent(type, id.current, values);
    setMissing(read.fields ?? {});
    if (read.event === undefined) return;
    const params = { id: shown.id };
    const sent = await step.send({ params, body: read.event, version: shown.version });
    if (sent) id.current = v7();
    else
      await Promise.all([
        queries.invalidateQueries({ queryKey }),
        queries.invalidateQueries({ queryKey: ['lists'] }),
      ]);
  };
  return {
    send,
    sending: step.sending,
    trouble: step.trouble,
    fields: { ...step.trouble?.fields, ...missing },
  };
};
