import type { SentBodyOf } from '@qzt/contract';
import { type CaseView, caseEndpoints, type EventCreate } from '@qzt/contract/reception';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { v7 } from 'uuid';
import { client } from '../../platform/client.ts';
import { announceEnded } from '../../platform/session-end.ts';
import { sessionEnded, type Trouble, troubleOf } from '../../platform/trouble.ts';
import { caseQuery } from '../case/case-query.ts';

type Step = EventCreate extends infer E
  ? E extends { id: string }
    ? Omit<E, 'id'>
    : never
  : never;

export interface Alarm {
  /** The urgent case, once the first key has stored it. */
  readonly made: CaseView | null;
  /** Stores what is written where that was not done yet, then notes the step on it. True when both arrived. */
  readonly take: (step: Step) => Promise<boolean>;
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  /** Ready for the next danger. */
  readonly forget: () => void;
}

/**
 * The urgent case behind a card of danger. One step after the other: a second key waits for the first. A step that a
 * colleague's came before is sent once more on the newer case, because noting a call contradicts nothing.
 */
export const useAlarm = (store: () => Promise<CaseView>): Alarm => {
  const queries = useQueryClient();
  const [made, setMade] = useState<CaseView | null>(null);
  const [waiting, setWaiting] = useState(0);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const held = useRef<CaseView | null>(null);
  const open = useRef<{ readonly content: string; readonly id: string } | null>(null);
  const line = useRef<Promise<unknown>>(Promise.resolve());

  const keep = (view: CaseView): CaseView => {
    held.current = view;
    setMade(view);
    queries.setQueryData(caseQuery(view.id).queryKey, view);
    return view;
  };
  const send = async (step: Step): Promise<void> => {
    // A step whose answer got lost is sent again under its own id, so that one call is noted once.
    const content = JSON.stringify(step);
    if (open.current?.content !== content) open.current = { content, id: v7() };
    const body = { ...step, id: open.current.id } as SentBodyOf<typeof caseEndpoints.addEvent>;
    const post = (view: CaseView) =>
      client(caseEndpoints.addEvent, {
        params: { id: view.id },
        body,
        version: view.version,
        key: v7(),
      });
    const view = held.current ?? keep(await store());
    try {
      keep(await post(view));
    } catch (error) {
      if (troubleOf(error).code !== 'version-conflict') throw error;
      const newer = keep(await client(caseEndpoints.readCase, { params: { id: view.id } }));
      const arrived = newer.events.some(({ id }) => id === body.id);
      if (!arrived) keep(await post(newer));
    }
    open.current = null;
    await queries.invalidateQueries({ queryKey: ['lists'] });
  };
  const take = (step: Step): Promise<boolean> => {
    setWaiting((count) => count + 1);
    const taken = line.current.then(async () => {
      try {
        await send(step);
        setTrouble(null);
        return true;
      } catch (error) {
        if (sessionEnded(error)) announceEnded();
        setTrouble(troubleOf(error));
        return false;
      } finally {
        setWaiting((count) => count - 1);
      }
    });
    line.current = taken;
    return taken;
  };
  const forget = (): void => {
    held.current = null;
    open.current = null;
    setMade(null);
    setTrouble(null);
  };
  return { made, take, busy: waiting > 0, trouble, forget };
};
