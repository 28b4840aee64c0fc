import type { AnswerOf, Call, Endpoint } from '@qzt/contract';
import { useRef, useState } from 'react';
import { client } from './client.ts';
import { type RepeatKey, repeatKey } from './repeat-key.ts';
import { announceEnded } from './session-end.ts';
import { sessionEnded, type Trouble, troubleOf } from './trouble.ts';

export interface Write<E extends Endpoint> {
  /** Resolves with true when it was written; trouble is kept for the screen. */
  readonly send: (call?: Omit<Call<E>, 'key'>) => Promise<boolean>;
  /** Sends the last call again, with the same key. */
  readonly again: () => Promise<boolean>;
  readonly sending: boolean;
  readonly trouble: Trouble | null;
  readonly forget: () => void;
}

/**
 * One form's way to write. The key lives as long as nobody knows whether the act arrived; a definite refusal or
 * success ends it. What the person typed stays in the form, whatever happens here.
 */
export const useWrite = <E extends Endpoint>(
  endpoint: E,
  after: (answer: AnswerOf<E>) => unknown,
): Write<E> => {
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const kept = useRef<RepeatKey | null>(null);
  const last = useRef<Omit<Call<E>, 'key'>>({});
  const busy = useRef(false);

  const send = async (call: Omit<Call<E>, 'key'> = {}): Promise<boolean> => {
    if (busy.current) return false;
    busy.current = true;
    last.current = call;
    kept.current = repeatKey(kept.current, [call.params, call.body]);
    setSending(true);
    setTrouble(null);
    try {
      const answer = await client(endpoint, {
        ...call,
        ...(endpoint.writes ? { key: kept.current.key } : {}),
      } as Call<E>);
      kept.current = null;
      await after(answer);
      return true;
    } catch (error) {
      const met = troubleOf(error);
      if (met.outcome === 'refused') kept.current = null;
      if (sessionEnded(error)) announceEnded();
      setTrouble(met);
      return false;
    } finally {
      busy.current = false;
      setSending(false);
    }
  };
  return {
    send,
    again: () => send(last.current),
    sending,
    trouble,
    forget: () => {
      kept.current = null;
      setTrouble(null);
    },
  };
};
