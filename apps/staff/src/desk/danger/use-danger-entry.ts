import type { DangerView } from '@qzt/contract/danger';
import type { CaseView } from '@qzt/contract/reception';
import { type KeyboardEvent, useRef, useState } from 'react';
import { now } from '../../platform/clock.ts';
import { type DraftState, useDraft } from '../reception/draft-state.ts';
import type { DangerCardProps } from './danger-card.tsx';
import { placeIn } from './place-in.ts';
import { GENERAL } from './recognise.ts';
import { useAlarm } from './use-alarm.ts';
import { useDanger } from './use-danger.ts';

/** What the card adds to what is written, when the first key stores it. */
export interface Emergency {
  readonly danger: string;
  readonly name: string;
  readonly place: string;
  /** The telephone that the person marked as safe; empty: none. */
  readonly safePhone: string;
  readonly mandatoryReport: boolean;
}

interface Options {
  readonly state: DraftState;
  readonly store: (emergency: Emergency) => Promise<CaseView>;
  /** Back to the input. */
  readonly focus: () => void;
}

export interface DangerEntry {
  /** Present: the card takes the middle. */
  readonly card: DangerCardProps | null;
  /** Words that only sound like danger: worth a question. */
  readonly asks: boolean;
  readonly open: () => void;
  readonly dismiss: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Which card is shown, from the words or by hand, until it was said to be none or everything was called. */
interface Shown {
  readonly code: string;
  readonly since: string;
  /** Chosen by hand or already stored: other words do not take it away. */
  readonly stays: boolean;
}

/** Danger in front of the desk: recognised while one types, stored with the first key, left in one. */
export const useDangerEntry = ({ state, store, focus }: Options): DangerEntry => {
  const { cards, empty, sure, leaning } = useDanger(state);
  const [shown, setShown] = useState<Shown | null>(null);
  // Said to be no danger: the same words, typed on, raise no alarm again, other signs do.
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const said = useDraft(state, ({ words, box }) => placeIn(`${words} ${box}`));
  // Null: nobody wrote a place, what the words name is offered.
  const [written, setPlace] = useState<string | null>(null);
  const place = written ?? said;
  const [safePhone, setSafePhone] = useState('');
  const [mustReport, setMustReport] = useState(false);
  const first = useRef<HTMLDivElement>(null);
  const active = useRef<DangerView | null>(null);
  const alarm = useAlarm(async () => {
    const danger = active.current;
    if (danger === null) throw new Error('an alarm without its danger');
    // The entry is emptied when it is stored; the card stays for the calls that follow.
    setShown((was) => was && { ...was, stays: true });
    setPlace(place);
    return store({
      danger: danger.code,
      name: danger.name,
      place: place.trim(),
      safePhone: safePhone.trim(),
      mandatoryReport: mustReport,
    });
  });

  const recognised = sure !== null && !dismissed.includes(sure) ? sure : null;
  if (empty && shown === null && dismissed.length > 0) setDismissed([]);
  if (recognised !== null && shown === null)
    setShown({ code: recognised, since: now().toISOString(), stays: false });
  else if (shown !== null && !shown.stays && recognised !== shown.code)
    setShown(recognised === null ? null : { ...shown, code: recognised });
  const danger = cards?.dangers.find(({ code }) => code === shown?.code) ?? null;
  active.current = danger;

  const close = (): void => {
    setShown(null);
    setPlace(null);
    setSafePhone('');
    setMustReport(false);
    alarm.forget();
    focus();
  };
  const dismiss = (): void => {
    const sign = sure ?? leaning;
    if (sign !== null) setDismissed((was) => [...was, sign]);
    close();
  };
  const leave = (): void => {
    if (alarm.made === null) {
      dismiss();
      return;
    }
    void alarm.take({ type: 'all-clear', note: '当场问清楚了,不是急事' }).then((taken) => {
      if (taken) close();
    });
  };
  return {
    asks: shown === null && leaning !== null && !dismissed.includes(leaning),
    open: () =>
      setShown({
        code: sure ?? leaning ?? GENERAL,
        since: now().toISOString(),
        stays: true,
      }),
    dismiss,
    onKeyDown: (event) => {
      if (danger === null || event.key !== 'Enter' || event.nativeEvent.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      first.current?.focus();
    },
    card:
      danger === null || shown === null || cards === undefined
        ? null
        : {
            danger,
            dangers: cards.dangers,
            choose: (code) => setShown({ ...shown, code, stays: true }),
            since: shown.since,
            state,
            alarm,
            place,
            setPlace,
            safePhone,
            setSafePhone,
            mustReport,
            setMustReport,
            leave,
            finish: close,
            first,
          },
  };
};
