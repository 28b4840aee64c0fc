import { Field, strokeOf } from '@qzt/ui';
import { Input, type InputRef } from 'antd';
import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { useFinder } from '../catalogue/finder.ts';
import { Hits, optionId } from '../catalogue/hits.tsx';
import { choiceOfDigit } from './digit.ts';
import type { Draft } from './draft.ts';
import { pickItem, pickOther, reword } from './pick.ts';

interface Props {
  readonly draft: Draft;
  readonly update: (change: (draft: Draft) => Draft) => void;
  readonly picked: (code: string | null) => void;
  readonly error: string | undefined;
  /** Asked back because nothing was picked. */
  readonly ask: string | null;
  readonly box: Ref<InputRef>;
}

const moved = (active: number, by: number, shown: number): number => {
  const order = [...Array.from({ length: shown }, (_, i) => i + 1), 0];
  const at = order.indexOf(active);
  return order[(at + by + order.length) % order.length] ?? 0;
};

/** The one input of the desk, with the items that it finds. */
export const WordsBox = ({ draft, update, picked, error, ask, box }: Props) => {
  const listId = useId();
  const [composing, setComposing] = useState(false);
  const [steady, setSteady] = useState(draft.words);
  const [active, setActive] = useState(1);
  const [inList, setInList] = useState(false);
  // While an input method composes, what stands in the box is half a word: keep finding for the words before.
  const words = composing ? steady : draft.words;
  const choosing = draft.picked === null;
  const finder = useFinder(choosing ? words : '');
  const items = finder.data?.items ?? [];
  const highlighted = active > items.length ? 0 : active;
  const listed = choosing && words.trim() !== '';

  const pick = (choice: number): void => {
    const hit = items[choice - 1];
    if (choice > 0 && hit === undefined) return;
    update((d) => (hit ? pickItem(d, hit) : pickOther(d)));
    picked(hit?.code ?? null);
    setActive(1);
    setInList(false);
  };

  const move = (by: number): void => {
    setActive(moved(highlighted, by, items.length));
    setInList(true);
  };

  /** Whether the key was for the list and not for the text. */
  const listKey = (stroke: string): boolean => {
    const choice = choiceOfDigit({ stroke, inList, shown: items.length });
    if (choice !== null) pick(choice);
    else if (stroke === 'ArrowDown') move(1);
    else if (stroke === 'ArrowUp') move(-1);
    else if (stroke === 'Enter') pick(highlighted);
    else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const stroke = strokeOf(event.nativeEvent);
    if (stroke !== null && listed && listKey(stroke)) event.preventDefault();
  };

  return (
    <div>
      <Field label="说的话" error={error}>
        {(tied) => (
          <Input
            {...tied}
            ref={box}
            size="large"
            autoFocus
            autoComplete="off"
            maxLength={2000}
            placeholder="居民怎么说就怎么写"
            role="combobox"
            aria-expanded={listed}
            aria-controls={listId}
            aria-activedescendant={listed ? optionId(listId, highlighted) : undefined}
            value={draft.words}
            onChange={(e) => {
              const text = e.target.value;
              if (!composing) setSteady(text);
              setInList(false);
              update((d) => reword(d, text));
            }}
            onCompositionStart={() => {
              setSteady(draft.words);
              setComposing(true);
            }}
            onCompositionEnd={() => setComposing(false)}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <div role="status">{ask}</div>
      {choosing ? (
        <Hits
          listId={listId}
          finder={finder}
          empty={words.trim() === ''}
          active={highlighted}
          pick={pick}
        />
      ) : null}
    </div>
  );
};
