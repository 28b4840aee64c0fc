import { MomentField } from '@qzt/ui';
import { Checkbox } from 'antd';
import { now } from '../../platform/clock.ts';
import { type DraftState, useDraft } from './draft-state.ts';
import styles from './reception.module.css';

interface Props {
  readonly state: DraftState;
  readonly fields: Readonly<Record<string, string>>;
}

/** 补记: written down later than it was. That is no fault; the record only says when it really was. */
export const LateEntry = ({ state, fields }: Props) => {
  const lateAt = useDraft(state, (d) => d.lateAt);
  return (
    <div className={styles.choice}>
      <Checkbox
        checked={lateAt !== null}
        onChange={(e) => {
          const at = e.target.checked ? now().toISOString() : null;
          state.update((d) => ({ ...d, lateAt: at }));
        }}
      >
        补记
      </Checkbox>
      {lateAt === null ? (
        <span className="ui-quiet">刚才太忙,现在补上</span>
      ) : (
        <MomentField
          label="是什么时候的事"
          value={lateAt}
          now={now()}
          error={fields.startedAt}
          change={(at) => {
            if (at !== null) state.update((d) => ({ ...d, lateAt: at }));
          }}
        />
      )}
    </div>
  );
};
