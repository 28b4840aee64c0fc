import { strokeOf } from '@qzt/ui';
import type { InputRef } from 'antd';
import { Button, Input } from 'antd';
import { type KeyboardEvent, type Ref, useEffect, useId, useState } from 'react';
import { ChoiceRows, rowId } from './choice-rows.tsx';
import { type Choice, digitOf } from './choices.ts';
import { digitPressed } from './digit.ts';
import { type DraftState, useDraft } from './draft-state.ts';
import styles from './input-box.module.css';
import { tooLong } from './too-long.ts';
import { useChoices } from './use-choices.ts';

interface Props {
  readonly state: DraftState;
  readonly maySearch: boolean;
  /** The panel of what is written was closed by Esc. */
  readonly left: boolean;
  readonly take: (choice: Choice, matter: string) => void;
  /** Enter came before the rows for these words. */
  readonly takeEarly: () => void;
  /** What the cursor of the list is on, so that the notice of an item shows without picking it. */
  readonly look: (under: Choice | null) => void;
  readonly error: string | undefined;
  /** Asked back because nothing was picked. */
  readonly ask: string | null;
  readonly box: Ref<InputRef>;
  /** Something comes before all choices: none are shown. */
  readonly hushed: boolean;
}

/** The one input of the desk: what was said, a name, a telephone, a door or the number of a case. */
export const InputBox = ({
  state,
  maySearch,
  left,
  take,
  takeEarly,
  look,
  error,
  ask,
  box,
  hushed,
}: Props) => {
  const listId = useId();
  const text = useDraft(state, (d) => d.box);
  const picked = useDraft(state, (d) => d.picked !== null);
  const [composing, setComposing] = useState(false);
  const [at, setAt] = useState(0);
  const [inList, setInList] = useState(false);
  const [allPeople, setAllPeople] = useState(false);
  const seen = useChoices({ text, composing, picked, left, maySearch, allPeople });
  const { choices, reading } = seen;
  const active = Math.min(at, Math.max(0, choices.length - 1));
  const asking = text.trim() !== '' && !hushed;
  const listed = asking && choices.length > 0;
  const under = listed ? (choices[active] ?? null) : null;
  useEffect(() => look(under), [look, under]);

  const takeRow = (index: number): void => {
    const choice = choices[index];
    if (tooLong(text) !== null) return;
    if (!seen.fresh) takeEarly();
    if (choice === undefined || !seen.fresh) return;
    setAt(0);
    setInList(false);
    setAllPeople(false);
    take(choice, reading.matter);
  };
  const move = (by: number): void => {
    if (choices.length === 0) return;
    setAt((active + by + choices.length) % choices.length);
    setInList(true);
  };
  /** Whether the key was for the list and not for the text. */
  const listKey = (stroke: string): boolean => {
    const digit = digitPressed({ stroke, inList });
    if (digit !== null) {
      const index = choices.findIndex((_, i) => digitOf(choices, i) === digit);
      if (index < 0) return false;
      takeRow(index);
    } else if (stroke === 'ArrowDown') move(1);
    else if (stroke === 'ArrowUp') move(-1);
    else if (stroke === 'Enter') takeRow(active);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const stroke = strokeOf(event.nativeEvent);
    if (stroke !== null && text.trim() !== '' && listKey(stroke)) event.preventDefault();
  };
  const wrong = tooLong(text) ?? error;
  const said = wrong ?? ask;
  return (
    <div className={styles.part}>
      <label className="ui-quiet" htmlFor={`${listId}-box`}>
        说的话、姓名、电话、门牌、办件号
      </label>
      <Input
        id={`${listId}-box`}
        ref={box}
        size="large"
        className={styles.box}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        placeholder={picked ? '是谁?写姓名、电话或门牌;也可以再补一句话' : '居民怎么说就怎么写'}
        role="combobox"
        aria-expanded={listed}
        aria-controls={listId}
        aria-activedescendant={listed ? rowId(listId, active) : undefined}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${listId}-said`}
        value={text}
        onChange={(e) => {
          const box = e.target.value;
          setInList(false);
          setAllPeople(false);
          setAt(0);
          state.update((d) => ({ ...d, box }));
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={onKeyDown}
      />
      <div id={`${listId}-said`} role="status" className={styles.said}>
        {said ?? ''}
      </div>
      <ChoiceRows
        listId={listId}
        choices={asking ? choices : []}
        active={active}
        take={takeRow}
        finder={seen.finder}
        people={seen.people}
        looksForPeople={seen.looksForPeople && asking}
        byDoor={reading.person?.by === 'door'}
      />
      {seen.people.data?.more && !allPeople && asking ? (
        <Button size="small" onClick={() => setAllPeople(true)}>
          还有更多居民,全部列出
        </Button>
      ) : null}
    </div>
  );
};
