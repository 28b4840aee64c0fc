import type { PhoneEntry } from '@qzt/contract/phonebook';
import { type CaseView, caseEndpoints } from '@qzt/contract/reception';
import { PHONE_ROLES } from '@qzt/domain/phonebook';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { v7 } from 'uuid';
import type { Trouble } from '../../platform/trouble.ts';
import { useWrite } from '../../platform/use-write.ts';
import { caseQuery } from '../case/case-query.ts';

const PHONE_ROLE_LABELS: Readonly<Record<string, string>> = PHONE_ROLES;

export interface Called {
  /** Notes on the case that this number was called just now. */
  readonly note: (entry: PhoneEntry) => Promise<void>;
  readonly sending: boolean;
  readonly trouble: Trouble | null;
  /** Whom one called last, for a quiet word. */
  readonly last: string | null;
}

/** One key that notes on an open case whom one called and when. The masked number of a private person stays masked. */
export const useCalled = (shown: CaseView | undefined): Called => {
  const queries = useQueryClient();
  const id = useRef(v7());
  const [last, setLast] = useState<string | null>(null);
  const write = useWrite(caseEndpoints.addEvent, async (answer) => {
    id.current = v7();
    queries.setQueryData(caseQuery(answer.id).queryKey, answer);
    await queries.invalidateQueries({ queryKey: ['lists'] });
  });
  const note = async (entry: PhoneEntry): Promise<void> => {
    if (shown === undefined) return;
    const number = entry.masked ? {} : { number: entry.phone };
    // 110 报警 says it already.
    const kind = PHONE_ROLE_LABELS[entry.role] ?? '';
    const name = kind.includes(entry.name) ? {} : { name: entry.name };
    const sent = await write.send({
      params: { id: shown.id },
      body: {
        id: id.current,
        type: 'call',
        data: { whom: entry.role, ...name, ...number },
      },
      version: shown.version,
    });
    if (sent) setLast(entry.name);
    else await queries.invalidateQueries({ queryKey: caseQuery(shown.id).queryKey });
  };
  return { note, sending: write.sending, trouble: write.trouble, last };
};

/** Whether a call can be noted on this case by this person now. */
export const mayNoteCall = (shown: Pick<CaseView, 'allowedActions'> | undefined): boolean =>
  shown?.allowedActions.includes('call') ?? false;
