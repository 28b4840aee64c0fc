import { Button } from 'antd';
import type { Draft } from './draft.ts';
import styles from './reception.module.css';

interface Props {
  readonly draft: Draft;
  readonly again: () => void;
}

/** What was picked, with the way back to choosing. */
export const PickedLine = ({ draft, again }: Props) => {
  if (draft.picked === null) return null;
  const name = draft.picked.kind === 'item' ? draft.picked.name : '其他';
  return (
    <div className={styles.picked}>
      <span className="ui-quiet">办的是</span>
      <h2>{name}</h2>
      {draft.picked.kind === 'item' ? (
        <span className="ui-quiet">{draft.picked.code}</span>
      ) : (
        <span className="ui-quiet">不在清单上,照样登记、照样承诺</span>
      )}
      <Button size="small" onClick={again}>
        改选
      </Button>
    </div>
  );
};
