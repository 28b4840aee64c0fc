import { readInput } from '@qzt/domain/reception';
import { useKeys } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { InputRef } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { findable, findQuery, itemQuery } from '../catalogue/finder.ts';
import { CertificateRefusal } from '../certificate/certificate-refusal.tsx';
import { DangerCard } from '../danger/danger-card.tsx';
import { DangerQuestion } from '../danger/danger-question.tsx';
import { useDangerEntry } from '../danger/use-danger-entry.ts';
import { ASK_TEXT } from './ask.ts';
import type { Choice } from './choices.ts';
import type { Act } from './compose.ts';
import { DispatchPanel } from './dispatch-panel.tsx';
import { titleOf } from './draft.ts';
import { useDraft } from './draft-state.ts';
import { Foot } from './foot.tsx';
import { InputBox } from './input-box.tsx';
import type { Key } from './key-bar.tsx';
import { NoticePart } from './notice-part.tsx';
import { Particulars } from './particulars.tsx';
import {
  asCertificate,
  chooseResident,
  keepVisitor,
  learnItem,
  pickItem,
  pickLate,
  pickOther,
  takeWords,
  unpick,
} from './pick.ts';
import styles from './reception.module.css';
import { ReferPanel } from './refer-panel.tsx';
import { SaidLine } from './said-line.tsx';
import { SecondScene } from './second-scene.tsx';
import type { More } from './send.ts';
import { settleBox, wordsToFind } from './settle-box.ts';
import { tooLong } from './too-long.ts';
import type { Reception } from './use-reception.ts';
import { Who } from './who.tsx';

interface Props {
  readonly reception: Reception;
  readonly maySearch: boolean;
  readonly openCase: (id: string) => void;
  /** Also puts the right column away. */
  readonly next: () => void;
}

type Panel = 'refer' | 'dispatch' | 'refuse' | null;

const OFFERED: readonly Key[] = ['F2', 'F3', 'F4', 'F6', 'F7', 'F8', 'Esc'];

/** The middle of the desk. */
export const ReceptionForm = ({ reception, maySearch, openCase, next }: Props) => {
  const { state, status } = reception;
  const queries = useQueryClient();
  const box = useRef<InputRef>(null);
  const form = useRef<HTMLDivElement>(null);
  const [under, setUnder] = useState<Choice | null>(null);
  const [panel, setPanel] = useState<Panel>(null);
  const [justPicked, setJustPicked] = useState(false);
  const picked = useDraft(state, (d) => d.picked !== null);
  const danger = useDangerEntry({
    state,
    store: reception.alarm,
    focus: () => box.current?.focus(),
  });
  const empty = useDraft(
    state,
    (d) => d.box.trim() === '' && d.words === '' && d.picked === null && d.resident === null,
  );

  const learn = useCallback(
    (code: string): void => {
      setJustPicked(true);
      void queries.fetchQuery(itemQuery(code)).then(
        (item) => state.update((d) => learnItem(d, item)),
        // The notice shows the same trouble, with a way to try again.
        () => undefined,
      );
    },
    [queries, state],
  );

  const take = (choice: Choice, matter: string): void => {
    switch (choice.kind) {
      case 'item':
        state.update((d) => pickItem(d, choice.hit));
        learn(choice.hit.code);
        break;
      case 'other':
        setJustPicked(true);
        state.update(pickOther);
        break;
      case 'say':
        state.update(takeWords);
        break;
      case 'resident':
        state.update((d) => chooseResident(d, choice.hit, matter));
        break;
      case 'case':
        state.update((d) => ({ ...d, box: '' }));
        openCase(choice.line.id);
        break;
      default:
        state.update((d) => keepVisitor(d, choice.kind, choice.text, matter));
    }
  };

  /** Enter came before the rows: the words are taken at once, so that one can type on, and the item follows. */
  const takeEarly = async (): Promise<void> => {
    const { matter, person } = readInput(state.get().box);
    if (state.get().picked !== null && person === null) return state.update(takeWords);
    const words = wordsToFind(state.get());
    if (words === null || matter === '') return;
    state.update(takeWords);
    const found = await queries.fetchQuery(findQuery(findable(words))).catch(() => null);
    const hit = found?.confident ? found.items[0] : undefined;
    state.update((d) => pickLate(d, hit));
    if (hit !== undefined) learn(hit.code);
  };

  /** Takes what still stands in the input, as it is shown. */
  const settle = async (): Promise<void> => {
    const words = wordsToFind(state.get());
    const found =
      words === null
        ? null
        : await queries.fetchQuery(findQuery(findable(words))).catch(() => null);
    const before = state.get().picked;
    state.update((d) => settleBox(d, under, found));
    const after = state.get().picked;
    if (before === null && after?.kind === 'item') {
      const item = await queries.fetchQuery(itemQuery(after.code)).catch(() => null);
      if (item !== null) state.update((d) => learnItem(d, item));
    }
  };

  const submit = async (act: Act, more: More = {}): Promise<void> => {
    if (tooLong(state.get().box) !== null) return box.current?.focus();
    if (act === 'line' || act === 'point' || act === 'refuse') state.update(takeWords);
    else await settle();
    setJustPicked(false);
    await reception.submit(act, more);
    // After the messages are shown: to the first field that must be mended, else ready for the next words.
    requestAnimationFrame(() => {
      const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
      if (wrong) wrong.focus();
      else {
        setPanel(null);
        box.current?.focus();
      }
    });
  };

  const show = async (which: Panel): Promise<void> => {
    if (which === 'refuse') state.update(takeWords);
    else await settle();
    setPanel(which);
  };

  const close = (): void => {
    setPanel(null);
    box.current?.focus();
  };

  const leave = (): void => {
    setJustPicked(false);
    setPanel(null);
    next();
    box.current?.focus();
  };

  const again = (): void => {
    state.update(unpick);
    setJustPicked(false);
    box.current?.focus();
  };

  const undo = (): boolean => {
    if (justPicked && picked) again();
    else if (!reception.undo()) return false;
    box.current?.focus();
    return true;
  };

  const press = (key: Key): void => {
    if (key === 'F2') void submit('settle');
    else if (key === 'F3') void submit('register');
    else if (key === 'F4') void show('refer');
    else if (key === 'F6') void show('dispatch');
    else if (key === 'F7') void submit('line');
    else if (key === 'F8') void show('refuse');
    else if (panel !== null) close();
    else leave();
  };
  const key = (name: Key) => () => {
    // While the card of danger is open the keys are its own.
    if (danger.card !== null) return false;
    // An open list of choices closes first.
    if (name === 'Esc' && document.querySelector('.ant-select-open')) return false;
    press(name);
    return true;
  };
  useKeys({
    F2: key('F2'),
    F3: key('F3'),
    F4: key('F4'),
    F6: key('F6'),
    F7: key('F7'),
    F8: key('F8'),
    Esc: key('Esc'),
    'Ctrl+Enter': key('F7'),
    'Ctrl+Z': undo,
    'Ctrl+K': () => {
      box.current?.focus();
      return true;
    },
  });

  const parts = { state, fields: status.fields };
  const handOn = {
    send: (act: Act, more: More) => void submit(act, more),
    close,
    sending: status.sending !== null,
  };
  return (
    <div ref={form} className={styles.form}>
      <SecondScene state={state} />
      <div className={styles.sheet}>
        <div onKeyDownCapture={danger.onKeyDown}>
          <InputBox
            state={state}
            maySearch={maySearch}
            take={take}
            takeEarly={() => void takeEarly()}
            look={setUnder}
            error={status.fields['needs.0.words']}
            ask={status.asked === null || picked ? null : ASK_TEXT[status.asked]}
            box={box}
            hushed={danger.card !== null}
          />
        </div>
        <DangerQuestion asks={danger.asks} open={danger.open} dismiss={danger.dismiss} />
        <SaidLine state={state} again={again} />
        {danger.card === null ? (
          <>
            <NoticePart state={state} under={under} picked={learn} />
            {empty ? null : <Who {...parts} />}
            {empty ? null : <Particulars {...parts} />}
          </>
        ) : (
          <DangerCard {...danger.card} />
        )}
      </div>
      {panel === 'refer' ? <ReferPanel state={state} {...handOn} /> : null}
      {panel === 'dispatch' ? <DispatchPanel {...handOn} /> : null}
      {panel === 'refuse' ? (
        <CertificateRefusal
          words={state.get().words || titleOf(state.get())}
          send={(refusal) => {
            state.update((d) => (d.words === '' ? { ...d, words: refusal.title } : d));
            void submit('refuse', { refusal });
          }}
          close={close}
          sending={status.sending !== null}
          fields={status.fields}
          issue={(name) => {
            state.update((d) => asCertificate(d, name));
            void submit('register');
          }}
        />
      ) : null}
      {danger.card === null ? (
        <Foot reception={reception} under={under} press={press} offered={OFFERED} />
      ) : null}
    </div>
  );
};
