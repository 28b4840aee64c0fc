import { Radio } from 'antd';
import { type DraftState, useDraft } from '../reception/draft-state.ts';

/** Whether somebody stands here or rings, chosen before the case is stored. A telephone call is no trip. */
export const CameBy = ({ state }: { state: DraftState }) => {
  const channel = useDraft(state, (draft) => draft.channel);
  return (
    <Radio.Group
      aria-label="怎么来的"
      value={channel}
      onChange={(event) => {
        const chosen = event.target.value as typeof channel;
        state.update((draft) => ({
          ...draft,
          channel: chosen,
          journey: chosen === 'phone' ? 0 : 1,
        }));
      }}
      options={[
        { value: 'desk', label: '来人' },
        { value: 'phone', label: '来电' },
      ]}
    />
  );
};
