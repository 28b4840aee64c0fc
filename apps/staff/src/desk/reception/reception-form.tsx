import { Failure, useKeys } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Button, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { itemQuery } from '../catalogue/finder.ts';
import { ItemNotice } from '../catalogue/item-notice.tsx';
import { ASK_TEXT } from './ask.ts';
import type { Act } from './compose.ts';
import { Danger } from './danger.tsx';
import { KeyBar, mustBeCase } from './key-bar.tsx';
import { Particulars } from './particulars.tsx';
import { learnItem, unpick } from './pick.ts';
import { PickedLine } from './picked-line.tsx';
import styles from './reception.module.css';
import type { Reception } from './use-reception.ts';
import { Who } from './who.tsx';
import { WordsBox } from './words-box.tsx';

interface Props {
  readonly reception: Reception;
  readonly maySearch: boolean;
  /** Also puts the right column away. */
  readonly next: () => void;
}

/** The middle of the desk. */
export const ReceptionForm = ({ reception, maySearch, next }: Props) => {
  const { draft, update, fields, trouble, failed, said, hint, ask } = reception;
  const queries = useQueryClient();
  const box = useRef<InputRef>(null);
  const form = useRef<HTMLDivElement>(null);
  const [justPicked, setJustPicked] = useState(false);
  const parts = { draft, update, fields };

  const picked = (code: string | null): void => {
    setJustPicked(true);
    if (code !== null)
      void queries.fetchQuery(itemQuery(code)).then(
        (item) => update((d) => learnItem(d, item)),
        // The notice shows the same trouble, with a way to try again.
        () => undefined,
      );
  };
  const submit = (act: Act): void => {
    if (act === 'line' && mustBeCase(draft)) return;
    setJustPicked(false);
    // After the messages are shown: to the first field that must be mended, else ready for the next words.
    void reception.submit(act).then(() =>
      requestAnimationFrame(() => {
        const wrong = form.current?.querySelector<HTMLElement>(
          '[aria-invalid="true"], [data-asked]',
        );
        if (wrong) wrong.focus();
        else box.current?.focus();
      }),
    );
  };
  const leave = (): void => {
    setJustPicked(false);
    next();
    box.current?.focus();
  };
  // An open list of choices closes first.
  const leaveByKey = (): boolean => {
    if (document.querySelector('.ant-select-open')) return false;
    leave();
    return true;
  };
  const undo = (): boolean => {
    if (!justPicked || draft.picked === null) return reception.undo();
    update(unpick);
    setJustPicked(false);
    box.current?.focus();
    return true;
  };
  const act = (name: Act) => () => {
    submit(name);
    return true;
  };
  useKeys({
    F2: act('settle'),
    F3: act('register'),
    F4: act('line'),
    'Ctrl+Enter': act('line'),
    'Ctrl+Z': undo,
    Esc: leaveByKey,
  });

  return (
    <div ref={form} className={styles.form}>
      <div className={styles.sheet}>
        <WordsBox
          draft={draft}
          update={update}
          picked={picked}
          error={fields['needs.0.words']}
          ask={ask === 'item' ? ASK_TEXT.item : null}
          box={box}
        />
        <PickedLine
          draft={draft}
          again={() => {
            update(unpick);
            box.current?.focus();
          }}
        />
        {draft.urgent ? <Danger /> : null}
        {draft.picked?.kind === 'item' ? (
          <ItemNotice
            code={draft.picked.code}
            received={draft.materials}
            change={(materials) => update((d) => ({ ...d, materials }))}
          />
        ) : null}
        <Who {...parts} maySearch={maySearch} ask={ask === 'phone' ? ASK_TEXT.phone : null} />
        {draft.words.trim() === '' && draft.picked === null ? null : <Particulars {...parts} />}
      </div>
      <div className={styles.foot}>
        {trouble ? (
          <Failure
            title={trouble.title}
            again={failed && trouble.outcome === 'unknown' ? () => submit(failed) : undefined}
          />
        ) : null}
        <div role="status" className={styles.said}>
          {said}
          {reception.canUndo ? (
            <Button size="small" onClick={() => reception.undo()}>
              找回(Ctrl+Z)
            </Button>
          ) : null}
          {hint === null ? null : <span className="ui-quiet">{hint}</span>}
        </div>
        <KeyBar
          draft={draft}
          update={update}
          submit={submit}
          next={leave}
          sending={reception.sending}
        />
      </div>
    </div>
  );
};
