import { useRef, useState } from 'react';
import { client } from '../../platform/client.ts';
import { announceEnded } from '../../platform/session-end.ts';
import { sessionEnded, troubleOf } from '../../platform/trouble.ts';
import type { Draft } from './draft.ts';
import { type Held, makeHold } from './hold.ts';
import { type Sent, sendReception } from './send.ts';
import type { Status } from './status.ts';

type Stuck = NonNullable<Status['stuck']>;

interface Options {
  /** Keeps the copy that outlives a crash, with what is known of its sending. */
  readonly keep: (draft: Draft) => void;
  readonly stored: (held: Held, sent: Sent) => Promise<void>;
  /** An entry could not be sent, or is dealt with again. */
  readonly stuck: (stuck: Stuck | null) => void;
}

export interface Outgoing {
  readonly put: (held: Held) => void;
  readonly takeBack: () => Held | null;
  readonly flush: () => Promise<void>;
  /** Whether the last one could not be sent and waits for the worker. */
  readonly isStuck: () => boolean;
  /** Takes the one that could not be sent away; null where there is none. */
  readonly letGo: () => Held | null;
  /** Sends what is held, and what could not be sent once more; whether nothing is left. */
  readonly retry: () => Promise<boolean>;
}

/** What is settled and leaves in a few seconds: one entry at a time, since one copy of it outlives a crash. */
export const useOutgoing = (options: Options): Outgoing => {
  const latest = useRef(options);
  latest.current = options;
  const [outgoing] = useState((): Outgoing => {
    let stuck: Stuck | null = null;
    const mark = (now: Stuck | null): void => {
      stuck = now;
      latest.current.stuck(now);
    };
    const hold = makeHold(async (held) => {
      let { draft } = held;
      try {
        const sent = await sendReception(client, draft, held.act, (progress) => {
          draft = { ...draft, progress };
          latest.current.keep(draft);
        });
        await latest.current.stored({ ...held, draft }, sent);
      } catch (error) {
        if (sessionEnded(error)) announceEnded();
        mark({ held: { ...held, draft }, trouble: troubleOf(error) });
      }
    });
    const letGo = (): Held | null => {
      const left = stuck;
      if (left !== null) mark(null);
      return left?.held ?? null;
    };
    return {
      put: hold.put,
      takeBack: hold.takeBack,
      flush: hold.flush,
      isStuck: () => stuck !== null,
      letGo,
      retry: async () => {
        await hold.flush();
        const left = letGo();
        if (left !== null) hold.put(left);
        await hold.flush();
        return stuck === null;
      },
    };
  });
  return outgoing;
};
