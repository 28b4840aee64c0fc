import { readInput } from '@qzt/domain/reception';
import { Empty, useKeys } from '@qzt/ui';
import type { InputRef } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { PrintReport } from '../../platform/print-button.tsx';
import { usePrint } from '../../platform/use-print.ts';
import { paperAddress } from '../case/case-papers.tsx';
import { itemNoticeAddress } from '../catalogue/print-notice.ts';
import { DangerCard } from '../danger/danger-card.tsx';
import { DangerQuestion } from '../danger/danger-question.tsx';
import { useDangerEntry } from '../danger/use-danger-entry.ts';
import { useAskedLoan } from '../lending/things.ts';
import { ASK_TEXT } from './ask.ts';
import type { Choice } from './choices.ts';
import type { Act } from './compose.ts';
import { useDraft } from './draft-state.ts';
import { Foot } from './foot.tsx';
import { InputBox } from './input-box.tsx';
import type { Key } from './key-bar.tsx';
import { NoticePart } from './notice-part.tsx';
import { type Panel, Panels } from './panels.tsx';
import { Particulars } from './particulars.tsx';
import { takeWords, unpick } from './pick.ts';
import styles from './reception.module.css';
import type { Reception } from './reception.ts';
import { SaidLine } from './said-line.tsx';
import { SecondScene } from './second-scene.tsx';
import type { More } from './send.ts';
import { tooLong } from './too-long.ts';
import { useTake } from './use-take.ts';
import { Who } from './who.tsx';

interface Props {
  readonly reception: Reception;
  readonly maySearch: boolean;
  /** The case on the right, whose notice F9 prints while nothing is written. */
  readonly opened: string | null;
  readonly openCase: (id: string) => void;
  /** Also puts the right column away. */
  readonly next: () => void;
}

const OFFERED: readonly Key[] = ['F2', 'F3', 'F4', 'F6', 'F7', 'F8', 'F9', 'Esc'];

const PANEL_OF: Partial<Record<Key, Panel>> = { F4: 'refer', F6: 'dispatch', F8: 'refuse' };

/** The middle of the desk. */
export const ReceptionForm = ({ reception, maySearch, opened, openCase, next }: Props) => {
  const { state, status } = reception;
  const box = useRef<InputRef>(null);
  const form = useRef<HTMLDivElement>(null);
  const [under, setUnder] = useState<Choice | null>(null);
  const [panel, setPanel] = useState<Panel>(null);
  /** The entry whose panel was closed by Esc: the next words are first taken for another matter. */
  const [leftEntry, setLeftEntry] = useState<string | null>(null);
  const left = useDraft(state, (d) => d.picked !== null && d.ids.encounter === leftEntry);
  const [justPicked, setJustPicked] = useState(false);
  const printing = usePrint();
  const picked = useDraft(state, (d) => d.picked !== null);
  // Only short words ask to borrow something, so a sentence that is being typed draws nothing anew.
  const borrowing = useDraft(state, (d) => (d.box.includes('借') ? d.box : d.words));
  const asked = useAskedLoan(borrowing);
  const danger = useDangerEntry({
    state,
    store: reception.alarm,
    focus: () => box.current?.focus(),
  });
  const empty = useDraft(
    state,
    (d) => d.box.trim() === '' && d.words === '' && d.picked === null && d.resident === null,
  );
  const { take, takeEarly, settle, learn } = useTake({
    state,
    openCase,
    anew: reception.anew,
    picked: useCallback(() => setJustPicked(true), []),
  });

  /** Words that stand in the input after a panel was closed are another matter, unless 补一句 is chosen. */
  const turnTo = (): void => {
    const meant = under === null || under.kind === 'anew';
    if (left && meant && readInput(state.get().box).matter !== '') reception.anew();
  };

  const submit = async (act: Act, more: More = {}): Promise<void> => {
    if (tooLong(state.get().box) !== null) return box.current?.focus();
    turnTo();
    if (act === 'line' || act === 'point' || act === 'refuse') state.update(takeWords);
    else await settle(under);
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
    turnTo();
    if (which === 'refuse' || which === 'lend') state.update(takeWords);
    else await settle(under);
    setPanel(which);
  };

  const close = (): void => {
    setPanel(null);
    box.current?.focus();
  };

  const leave = (): void => {
    setJustPicked(false);
    setPanel(null);
    printing.forget();
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

  /** The notice of what is being written or looked at; else that of the open case. */
  const print = (): void => {
    const { picked: chosen } = state.get();
    const looked = under?.kind === 'item' ? under.hit.code : null;
    const code = chosen?.kind === 'item' ? chosen.code : looked;
    if (code !== null) void printing.print(itemNoticeAddress(code));
    else if (opened !== null) void printing.print(paperAddress('notice', opened));
  };

  const press = (key: Key): void => {
    const opens = PANEL_OF[key];
    if (opens !== undefined) void show(opens);
    else if (key === 'F2') void submit('settle');
    else if (key === 'F3') void submit('register');
    else if (key === 'F7' && asked !== null && panel !== 'lend') void show('lend');
    else if (key === 'F7') void submit('line');
    else if (key === 'F9') print();
    else if (panel !== null) {
      setLeftEntry(state.get().ids.encounter);
      close();
      // Words that are no matter yet go back into the input, marked: what is typed replaces them.
      if (state.get().picked === null) {
        again();
        requestAnimationFrame(() => box.current?.select());
      }
    } else leave();
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
    ...Object.fromEntries(OFFERED.map((name) => [name, key(name)])),
    'Ctrl+Enter': key('F7'),
    'Ctrl+Z': undo,
    'Ctrl+K': () => {
      box.current?.focus();
      return true;
    },
  });

  const parts = { state, fields: status.fields };
  return (
    <div ref={form} className={styles.form}>
      <SecondScene state={state} />
      <div className={styles.sheet}>
        <div onKeyDownCapture={danger.onKeyDown}>
          <InputBox
            state={state}
            maySearch={maySearch}
            left={left}
            take={take}
            takeEarly={() => (left ? turnTo() : void takeEarly())}
            look={setUnder}
            error={status.fields['needs.0.words']}
            ask={status.asked === null || picked ? null : ASK_TEXT[status.asked]}
            box={box}
            hushed={danger.card !== null}
          />
        </div>
        <DangerQuestion asks={danger.asks} open={danger.open} dismiss={danger.dismiss} />
        {empty && panel === null && danger.card === null ? (
          <Empty>
            居民怎么说就怎么写,边写边出事项和要带的材料。也可以先写姓名、电话、门牌(3/502)或办件号。
          </Empty>
        ) : null}
        <SaidLine state={state} again={again} />
        {danger.card === null ? null : <DangerCard {...danger.card} />}
        <Panels
          panel={danger.card === null ? panel : null}
          state={state}
          status={status}
          asked={asked}
          submit={(act, more) => void submit(act, more)}
          lent={(thing) => {
            reception.lent(thing);
            close();
          }}
          close={close}
        />
        {danger.card === null && panel === null ? (
          <NoticePart state={state} under={under} picked={learn} />
        ) : null}
        <PrintReport printing={printing} />
      </div>
      {danger.card !== null || empty ? null : (
        <div className={styles.record}>
          <Who {...parts} />
          {panel === null ? <Particulars {...parts} /> : null}
        </div>
      )}
      {danger.card === null ? (
        <Foot
          reception={reception}
          under={under}
          press={press}
          offered={OFFERED}
          inPanel={panel !== null}
        />
      ) : null}
    </div>
  );
};
