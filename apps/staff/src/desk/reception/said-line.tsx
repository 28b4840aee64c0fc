import { Button } from 'antd';
import { type DraftState, useDraft } from './draft-state.ts';
import styles from './reception.module.css';

interface Props {
  readonly state: DraftState;
  readonly again: () => void;
}

/** What was said and what it is, with the way back to choosing. */
export const SaidLine = ({ state, again }: Props) => {
  const words = useDraft(state, (d) => d.words);
  const picked = useDraft(state, (d) => d.picked);
  if (picked === null && words === '') return null;
  return (
    <div className={styles.picked}>
      {picked === null ? null : (
        <>
          <span className="ui-quiet">办的是</span>
          <h2>{picked.kind === 'item' ? picked.name : '其他'}</h2>
          {picked.kind === 'item' ? null : (
            <span className="ui-quiet">不在清单上,照样登记、照样承诺</span>
          )}
        </>
      )}
      {words === '' ? null : <q className={styles.words}>{words}</q>}
      <Button size="small" onClick={again}>
        改
      </Button>
    </div>
  );
};
