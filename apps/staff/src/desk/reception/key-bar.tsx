import { Button, Radio } from 'antd';
import type { Act } from './compose.ts';
import type { Draft } from './draft.ts';
import styles from './reception.module.css';

interface Props {
  readonly draft: Draft;
  readonly update: (change: (draft: Draft) => Draft) => void;
  readonly submit: (act: Act) => void;
  readonly next: () => void;
  readonly sending: Act | null;
}

/** Whether the contact was stored already as one that waits for a case: one line would leave it waiting for ever. */
export const mustBeCase = (draft: Draft): boolean => draft.progress.encounter?.linked === true;

/** The acts of the desk with their keys. */
export const KeyBar = ({ draft, update, submit, next, sending }: Props) => {
  const busy = sending !== null;
  const act = (name: Act) => ({
    loading: sending === name,
    disabled: busy && sending !== name,
    onClick: () => submit(name),
  });
  return (
    <div className={styles.keys} role="toolbar" aria-label="怎么办结">
      <Button type="primary" size="large" {...act('settle')}>
        <span className="ui-key">F2</span> 当场办结
      </Button>
      <Button size="large" {...act('register')}>
        <span className="ui-key">F3</span> 登记并承诺
      </Button>
      <div className={styles.line}>
        <Button size="large" {...act('line')} disabled={busy || mustBeCase(draft)}>
          <span className="ui-key">F4</span> 只记一笔
        </Button>
        <Radio.Group
          aria-label="只记一笔时的结果"
          value={draft.lineOutcome}
          onChange={(e) => update((d) => ({ ...d, lineOutcome: e.target.value }))}
          options={[
            { value: 'settled', label: '办好了' },
            { value: 'advice', label: '答了话' },
          ]}
        />
      </div>
      <Button size="large" type="text" disabled={busy} onClick={next}>
        <span className="ui-key">Esc</span> 下一位
      </Button>
    </div>
  );
};
