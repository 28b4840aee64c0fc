import { readInput } from '@qzt/domain/reception';
import { Failure } from '@qzt/ui';
import { Button } from 'antd';
import type { Choice } from './choices.ts';
import { type Draft, titleOf } from './draft.ts';
import { type DraftState, useDraft } from './draft-state.ts';
import { type Key, KeyBar } from './key-bar.tsx';
import styles from './reception.module.css';
import type { Reception } from './reception.ts';
import type { Status } from './status.ts';

interface Props {
  readonly reception: Reception;
  readonly under: Choice | null;
  readonly press: (key: Key) => void;
  readonly offered: readonly Key[];
  readonly inPanel: boolean;
}

/** A telephone that still stands in the input is kept as well, see `settleBox`. */
const phoneOf = ({ resident, visitor, box }: Draft): string =>
  (resident === null ? readInput(box).phone : null) ?? visitor.phone;

const whoOf = ({ resident, visitor, box }: Draft): string => {
  if (resident !== null) return resident.name;
  const { matter, phone, name } = readInput(box);
  return (matter === '' && phone === null ? name : null) ?? visitor.name;
};

/** What the next key will write, before it is pressed. */
const Plan = ({ state, under }: { state: DraftState; under: Choice | null }) => {
  const title = useDraft(state, (d) => (d.picked === null ? '' : titleOf(d)));
  const known = useDraft(state, (d) => d.resident !== null);
  const who = useDraft(state, whoOf);
  const phone = useDraft(state, phoneOf);
  const reachable = known || phone !== '';
  const shown = title === '' && under?.kind === 'item' ? under.hit.name : title;
  if (under?.kind === 'anew')
    return (
      <div className={styles.plan}>
        将换成刚写的这件事,“{title}”放到一边
        <span className="ui-quiet">(还是同一件:↓ 选补一句)</span>
      </div>
    );
  if (shown === '') return null;
  return (
    <div className={styles.plan}>
      将登记:<strong>{shown}</strong> · {[who, phone].filter((t) => t !== '').join(' ') || '不记名'}
      {reachable ? null : <span className="ui-quiet">(要答复的事,留下电话或找到居民才好回音)</span>}
    </div>
  );
};

const BACK: Readonly<Record<NonNullable<Status['back']>, string>> = {
  held: '撤销(Ctrl+Z)',
  'put-away': '找回(Ctrl+Z)',
  left: '接着写(Ctrl+Z)',
};

/** Under the form: what happened, what will happen, and the keys. */
export const Foot = ({ reception, under, press, offered, inPanel }: Props) => {
  const { state, status } = reception;
  const { trouble, failed, stuck, said, hint } = status;
  const writing = useDraft(
    state,
    (d) => d.box.trim() !== '' || d.words !== '' || d.picked !== null,
  );
  // What is told of the one before is over as soon as the next matter is written.
  const isOver = status.before !== null && writing;
  return (
    <div className={styles.foot}>
      {stuck === null ? null : (
        <Failure
          title={`刚才一笔“${titleOf(stuck.held.draft)}”还没有送出:${stuck.trouble.title}`}
          again={reception.sendStuck}
          detail={
            <Button size="small" onClick={reception.takeStuck}>
              拿回来改
            </Button>
          }
        />
      )}
      {trouble ? (
        <Failure
          title={trouble.title}
          again={
            failed && trouble.outcome === 'unknown'
              ? () => void reception.submit(failed)
              : undefined
          }
        />
      ) : null}
      <Plan state={state} under={under} />
      <div role="status" className={styles.said}>
        {isOver ? null : said}
        {status.back === null ? null : (
          <Button size="small" onClick={() => reception.undo()}>
            {BACK[status.back]}
          </Button>
        )}
        {status.back === 'left' ? (
          <Button size="small" onClick={reception.drop}>
            丢开
          </Button>
        ) : null}
        {status.before === null ? null : (
          <Button size="small" onClick={reception.sameAgain}>
            同一位再办一件
          </Button>
        )}
        {hint === null || isOver ? null : <span className="ui-quiet">{hint}</span>}
      </div>
      <KeyBar press={press} sending={status.sending} offered={offered} inPanel={inPanel} />
    </div>
  );
};
