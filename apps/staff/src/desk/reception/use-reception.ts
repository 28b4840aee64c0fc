import type { CaseView } from '@qzt/contract/reception';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { client } from '../../platform/client.ts';
import { now } from '../../platform/clock.ts';
import { announceEnded } from '../../platform/session-end.ts';
import { sessionEnded, troubleOf } from '../../platform/trouble.ts';
import { caseQuery } from '../case/case-query.ts';
import type { Emergency } from '../danger/use-danger-entry.ts';
import { askBefore } from './ask.ts';
import type { Act } from './compose.ts';
import { type Draft, isTouched, newDraft, sameVisitor, titleOf } from './draft.ts';
import { makeDraftState } from './draft-state.ts';
import { dropDraft, findDraft, keepDraft, type Owner } from './draft-store.ts';
import { sendEmergency } from './emergency.ts';
import { faultsOf } from './faults.ts';
import { isHeld } from './hold.ts';
import { beforeLeaving } from './leaving.ts';
import { missingText } from './missing.ts';
import type { Reception } from './reception.ts';
import { aboutOf, DONE, leftText, PUT_AWAY } from './said-words.ts';
import { type More, type Sent, sendReception } from './send.ts';
import { CALM, STUCK_BEFORE, type Status } from './status.ts';
import { useKept } from './use-kept.ts';
import { useOutgoing } from './use-outgoing.ts';

export interface Told {
  readonly act: Act;
  readonly draft: Draft;
  readonly made: CaseView | null;
}

interface Options {
  readonly staffId: string;
  readonly opened: (id: string) => void;
  /** After something was stored. */
  readonly done: (told: Told) => void;
}

/** The entry in the middle of the desk: kept while it is typed, sent under lasting keys, cleared with a way back. */
export const useReception = (options: Options): Reception => {
  const queries = useQueryClient();
  const latest = useRef(options);
  latest.current = options;
  const [state] = useState(() => makeDraftState(newDraft(now())));
  const [status, setStatus] = useState(CALM);
  const say = (part: Partial<Status>): void => setStatus((was) => ({ ...was, ...part }));
  const putAway = useRef<Draft | null>(null);
  /** What is put away was left unfinished the last time, and nobody has said yet what shall become of it. */
  const isLeft = useRef(false);
  /** What had been put away before that. */
  const older = useRef<Draft | null>(null);
  const busy = useRef(false);
  /** Counts the residents: see `Held`. */
  const turn = useRef(0);
  /** Whose storage it was, also for what is sent after the desk was left. */
  const lastOwner = useRef<Owner | null>(null);
  /** What the act of before said besides the entry: a retry says the same. */
  const lastMore = useRef<More>({});
  const owner = useKept(options.staffId, state, (mine) => comeBack(mine));
  const keep = (draft: Draft, slot: 'put-away' | 'outgoing'): void => {
    const mine = owner.current ?? lastOwner.current;
    if (mine) keepDraft(localStorage, mine, draft, now().getTime(), slot);
  };
  const drop = (...slots: ('written' | 'put-away' | 'outgoing')[]): void => {
    const mine = owner.current ?? lastOwner.current;
    if (mine) dropDraft(localStorage, mine, ...slots);
  };

  /** `present`: whether the resident of this entry is still at the desk, and may be shown what came of it. */
  const finish = async (
    act: Act,
    draft: Draft,
    { made, missing }: Sent,
    present: boolean,
  ): Promise<void> => {
    if (present) say({ hint: missingText(missing) });
    if (made !== null) queries.setQueryData(caseQuery(made.id).queryKey, made);
    if (present) latest.current.done({ act, draft, made });
    if (draft.resident !== null)
      void queries.invalidateQueries({ queryKey: ['resident', draft.resident.id] });
    await queries.invalidateQueries({ queryKey: ['lists'] });
  };

  const hold = useOutgoing({
    keep: (draft) => keep(draft, 'outgoing'),
    stored: async (held, sent) => {
      drop('outgoing');
      setStatus((was) => (was.back === 'held' ? { ...was, back: null } : was));
      const present = held.turn === turn.current && !isTouched(state.get());
      await finish(held.act, held.draft, sent, present);
    },
    stuck: (stuck) => say(stuck === null ? { stuck } : { stuck, said: null, back: null }),
  });

  const comeBack = (mine: Owner): void => {
    lastOwner.current = mine;
    const at = now().getTime();
    const written = findDraft(localStorage, mine, at);
    const before = findDraft(localStorage, mine, at, 'put-away');
    const outgoing = findDraft(localStorage, mine, at, 'outgoing');
    putAway.current = written ?? before;
    isLeft.current = written !== null;
    if (written !== null) {
      older.current = before;
      keep(written, 'put-away');
      if (!isTouched(state.get())) drop('written');
      say({ said: leftText(written), back: 'left' });
    } else if (before !== null) say({ said: PUT_AWAY, back: 'put-away' });
    // It was settled before the window closed; only its few seconds were not over.
    if (outgoing !== null) {
      const act = outgoing.progress.act ?? 'line';
      hold.put({ draft: outgoing, act, turn: -1 });
      void hold.flush();
    }
  };

  useEffect(() => {
    const stop = beforeLeaving(hold.retry);
    return () => {
      stop();
      void hold.flush();
    };
  }, [hold]);

  const fresh = (draft: Draft = newDraft(now())): void => {
    state.update(() => draft);
    say({ asked: null, trouble: null, failed: null, fields: {} });
  };

  /** The one put away is taken out, and the one put away before it stands there again. */
  const takeAway = (): void => {
    drop('put-away');
    putAway.current = older.current;
    if (older.current !== null) keep(older.current, 'put-away');
    older.current = null;
    isLeft.current = false;
  };

  /** Something was stored: what was put away goes, unless it still waits for an answer. */
  const stored = (): void => {
    drop('written');
    if (isLeft.current) return;
    drop('put-away');
    putAway.current = null;
  };

  const sendNow = async (act: Act, more: More): Promise<void> => {
    const draft = state.get();
    busy.current = true;
    lastMore.current = more;
    say({ sending: act });
    try {
      const sent = await sendReception(
        client,
        draft,
        act,
        (progress) => state.update((d) => ({ ...d, progress })),
        more,
      );
      stored();
      const number = sent.made === null ? '' : ` · ${sent.made.number}`;
      fresh();
      say({ said: `${DONE[act]}${number}`, before: draft, back: null });
      if (sent.made !== null) latest.current.opened(sent.made.id);
      await finish(act, draft, sent, true);
    } catch (error) {
      if (sessionEnded(error)) announceEnded();
      say({ trouble: troubleOf(error), failed: act });
    } finally {
      busy.current = false;
      say({ sending: null });
    }
  };

  const sendLater = async (act: 'settle' | 'line', before: Promise<void>): Promise<void> => {
    busy.current = true;
    // One entry at a time has a copy that outlives a crash: the one before must be stored, or be dealt with.
    await before;
    busy.current = false;
    if (hold.isStuck()) return say({ trouble: STUCK_BEFORE, failed: act });
    const draft = { ...state.get(), progress: { ...state.get().progress, act } };
    keep(draft, 'outgoing');
    hold.put({ draft, act, turn: turn.current });
    stored();
    fresh();
    say({ said: `${DONE[act]} · ${titleOf(draft)}`, before: draft, back: 'held' });
  };

  const submit = async (
    act: Act,
    more: More = act === status.failed ? lastMore.current : {},
  ): Promise<void> => {
    if (busy.current) return;
    const draft = state.get();
    const wrong = faultsOf(draft, act, more.place);
    say({ fields: wrong, said: null, hint: null, trouble: null, failed: null, asked: null });
    if (Object.keys(wrong).length > 0) return;
    const question = askBefore(draft, act);
    if (question !== null) return say({ asked: question });
    const before = hold.flush();
    if (isHeld(act)) await sendLater(act, before);
    else {
      await before;
      await sendNow(act, more);
    }
  };

  const alarm = async (emergency: Emergency): Promise<CaseView> => {
    void hold.flush();
    const made = await sendEmergency(state, emergency);
    drop('written');
    fresh();
    say({ said: `已登记应急件 · ${made.number}`, before: null });
    latest.current.opened(made.id);
    return made;
  };

  /** Puts what is written away; what was put away before stays when nothing was written. */
  const putWrittenAway = (): void => {
    if (!isTouched(state.get())) return;
    putAway.current = state.get();
    isLeft.current = false;
    keep(putAway.current, 'put-away');
  };

  const next = (): void => {
    turn.current += 1;
    void hold.flush();
    putWrittenAway();
    fresh();
    const back = putAway.current === null ? null : ('put-away' as const);
    say({ said: back === null ? null : PUT_AWAY, hint: null, before: null, back });
  };

  const anew = (): void => {
    turn.current += 1;
    const { box, channel } = state.get();
    void hold.flush();
    state.update((d) => ({ ...d, box: '' }));
    const title = aboutOf(state.get());
    putWrittenAway();
    fresh({ ...newDraft(now()), channel, box });
    say({ said: `“${title}”放到一边了,可以找回`, hint: null, before: null, back: 'put-away' });
  };

  const undo = (): boolean => {
    const held = hold.takeBack();
    const came = held?.draft ?? putAway.current;
    if (came === null || came === undefined) return false;
    if (held) drop('outgoing');
    else takeAway();
    putWrittenAway();
    fresh(came);
    const back = putAway.current === null ? null : ('put-away' as const);
    say({ said: held ? '已撤销,没有留下任何记录' : null, before: null, back });
    return true;
  };

  return {
    state,
    status,
    submit,
    alarm,
    next,
    anew,
    undo,
    drop: () => {
      takeAway();
      say({ said: null, back: putAway.current === null ? null : 'put-away' });
    },
    lent: (thing) => {
      const draft = state.get();
      void hold.flush();
      drop('written');
      fresh();
      say({ said: `已借出 ${thing},记在借还里`, hint: null, before: draft, back: null });
      void queries.invalidateQueries({ queryKey: ['lists'] });
    },
    sameAgain: () => {
      if (status.before === null) return;
      void hold.flush();
      putWrittenAway();
      fresh(sameVisitor(status.before, now()));
      say({ said: '同一位,再办一件', before: null, back: null });
    },
    takeStuck: () => {
      const left = hold.letGo();
      if (left === null) return;
      drop('outgoing');
      putWrittenAway();
      fresh(left.draft);
      const back = putAway.current === null ? null : ('put-away' as const);
      say({ said: null, before: null, back });
    },
    sendStuck: () => void hold.retry(),
  };
};
