import { ItemNotice } from '../catalogue/item-notice.tsx';
import type { Choice } from './choices.ts';
import { type DraftState, useDraft } from './draft-state.ts';
import { pickItem } from './pick.ts';

interface Props {
  readonly state: DraftState;
  /** What the cursor of the list is on. */
  readonly under: Choice | null;
  readonly picked: (code: string) => void;
}

/** 一次告知 of the picked item; before one is picked, of the one under the cursor, so that nobody picks blindly. */
export const NoticePart = ({ state, under, picked }: Props) => {
  const chosen = useDraft(state, (d) => d.picked);
  const materials = useDraft(state, (d) => d.materials);
  if (chosen?.kind === 'item')
    return (
      <ItemNotice
        key={chosen.code}
        code={chosen.code}
        received={materials}
        change={(received) => state.update((d) => ({ ...d, materials: received }))}
      />
    );
  if (chosen !== null || under?.kind !== 'item') return null;
  const { hit } = under;
  return (
    <ItemNotice
      code={hit.code}
      preview
      received={{}}
      change={(received) => {
        state.update((d) => ({ ...pickItem(d, hit), materials: received }));
        picked(hit.code);
      }}
    />
  );
};
