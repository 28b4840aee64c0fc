import { CaseCreate, EncounterCreate } from '@qzt/contract/reception';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { client } from '../../platform/client.ts';
import { announceEnded } from '../../platform/session-end.ts';
import { fieldsOf, sessionEnded, type Trouble, troubleOf } from '../../platform/trouble.ts';
import { caseQuery } from '../case/case-query.ts';
import { type Ask, askBefore, stillAsked } from './ask.ts';
import { type Act, caseOf, encounterOf } from './compose.ts';
import { type Draft, isTouched, newDraft } from './draft.ts';
import { dropDraft, findDraft, keepDraft } from './draft-store.ts';
import { missingText } from './missing.ts';
import { type Sent, sendReception } from './send.ts';

const PUT_AWAY = '已换下一位,刚才写的可以找回';

const DONE: Readonly<Record<Act, string>> = {
  settle: '已当场办结',
  register: '已登记,承诺记在左边',
  line: '已记一笔',
};

const shapeFaults = (draft: Draft, act: Act): Record<string, string> => {
  const encounter = EncounterCreate.safeParse(encounterOf(draft, act));
  const made = act === 'line' ? null : CaseCreate.safeParse(caseOf(draft, act, true));
  return {
    ...(encounter.error ? fieldsOf(encounter.error) : {}),
    ...(made?.error ? fieldsOf(made.error) : {}),
  };
};

export interface Reception {
  readonly draft: Draft;
  readonly update: (change: (draft: Draft) => Draft) => void;
  readonly submit: (act: Act) => Promise<void>;
  readonly next: () => void;
  readonly undo: () => boolean;
  readonly sending: Act | null;
  readonly failed: Act | null;
  readonly trouble: Trouble | null;
  readonly fields: Readonly<Record<string, string>>;
  /** One quiet sentence: what was just done, or what can be taken back. */
  readonly said: string | null;
  /** A second one: what the record of before still lacks. It stops nothing. */
  readonly hint: string | null;
  readonly canUndo: boolean;
  /** What was asked back instead of sending. */
  readonly ask: Ask | null;
}

/** The entry in the middle of the desk: kept while it is typed, sent under lasting keys, cleared with a way back. */
export const useReception = (staffId: string, opened: (id: string) => void): Reception => {
  const queries = useQueryClient();
  const [found] = useState(() => findDraft(localStorage, staffId, Date.now()));
  const [draft, setDraft] = useState<Draft>(() => found ?? newDraft());
  const [cleared, setCleared] = useState<Draft | null>(() =>
    findDraft(localStorage, staffId, Date.now(), 'put-away'),
  );
  const [said, setSaid] = useState<string | null>(() => {
    if (found) return '接着上次没写完的';
    return cleared === null ? null : PUT_AWAY;
  });
  const [hint, setHint] = useState<string | null>(null);
  const [asked, setAsked] = useState<Ask | null>(null);
  const [sending, setSending] = useState<Act | null>(null);
  const [failed, setFailed] = useState<Act | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const busy = useRef(false);
  const ask = stillAsked(draft, asked);

  useEffect(() => keepDraft(localStorage, staffId, draft, Date.now()), [staffId, draft]);

  const fresh = (): void => {
    setDraft(newDraft());
    setAsked(null);
    setTrouble(null);
    setFailed(null);
    setFaults({});
  };

  const finish = async (act: Act, { made, missing }: Sent): Promise<void> => {
    dropDraft(localStorage, staffId);
    fresh();
    setCleared(null);
    setSaid(made === null ? DONE[act] : `${DONE[act]} · ${made.number}`);
    setHint(missingText(missing));
    if (made !== null) {
      queries.setQueryData(caseQuery(made.id).queryKey, made);
      opened(made.id);
    }
    await queries.invalidateQueries({ queryKey: ['lists'] });
  };

  const submit = async (act: Act): Promise<void> => {
    if (busy.current) return;
    const wrong = shapeFaults(draft, act);
    setFaults(wrong);
    setSaid(null);
    setHint(null);
    if (Object.keys(wrong).length > 0) return;
    const question = askBefore(draft, act, ask);
    // A question that was passed over stays passed over for a retry.
    setAsked(question ?? ask);
    if (question !== null) return;
    busy.current = true;
    setSending(act);
    setTrouble(null);
    setFailed(null);
    try {
      const sent = await sendReception(client, draft, act, (progress) => {
        keepDraft(localStorage, staffId, { ...draft, progress }, Date.now());
        setDraft((d) => ({ ...d, progress }));
      });
      await finish(act, sent);
    } catch (error) {
      if (sessionEnded(error)) announceEnded();
      setTrouble(troubleOf(error));
      setFailed(act);
    } finally {
      busy.current = false;
      setSending(null);
    }
  };

  /** Puts what is written away; what was put away before stays when nothing was written. */
  const putAway = (): void => {
    if (!isTouched(draft)) return;
    keepDraft(localStorage, staffId, draft, Date.now(), 'put-away');
    setCleared(draft);
  };

  const next = (): void => {
    putAway();
    setSaid(cleared !== null || isTouched(draft) ? PUT_AWAY : null);
    setHint(null);
    fresh();
  };

  const undo = (): boolean => {
    if (cleared === null) return false;
    setDraft(cleared);
    dropDraft(localStorage, staffId, 'put-away');
    setCleared(null);
    putAway();
    setSaid(null);
    return true;
  };

  return {
    draft,
    update: (change) => setDraft(change),
    submit,
    next,
    undo,
    sending,
    failed,
    trouble,
    fields: { ...trouble?.fields, ...faults },
    said,
    hint,
    canUndo: cleared !== null,
    ask,
  };
};
