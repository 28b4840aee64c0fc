import { Failure } from '@qzt/ui';
import { Button } from 'antd';
import type { Choice } from './choices.ts';
import { titleOf } from './draft.ts';
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

/** What the next key will write, before it is pressed. */
const Plan = ({ state, under }: { state: DraftState; under: Choice | null }) => {
  const title = useDraft(state, (d) => (d.picked === null ? '' : titleOf(d)));
  const who = useDraft(state, (d) => d.resident?.name ?? d.visitor.name);
  const phone = useDraft(state, (d) => d.visitor.phone);
  const reachable = useDraft(state, (d) => d.resident !== null || d.visitor.phone !== '');
  const shown = title === '' && under?.kind === 'item' ? under.hit.name : title;
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
        {said}
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
        {hint === null ? null : <span className="ui-quiet">{hint}</span>}
      </div>
      <KeyBar press={press} sending={status.sending} offered={offered} inPanel={inPanel} />
    </div>
  );
};
