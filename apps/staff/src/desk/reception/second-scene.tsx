import type { ItemView } from '@qzt/contract/catalogue';
import { materialTold } from '@qzt/domain/catalogue';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { endWriting, showOnSecond } from '../../platform/second-channel.ts';
import { itemQuery } from '../catalogue/finder.ts';
import { isTouched, titleOf } from './draft.ts';
import { type DraftState, useDraft } from './draft-state.ts';

/** A working default of ours never reads like a rule: as on the notice, it is still to be checked. */
const howLong = ({ limitWorkingDays, limitOfficial }: ItemView): string => {
  if (limitOfficial)
    return limitWorkingDays === 0 ? '今天就能办好' : `${limitWorkingDays} 个工作日内`;
  const about = limitWorkingDays === 0 ? '当天' : `${limitWorkingDays} 个工作日`;
  return `大约${about},以回话为准(待核实)`;
};

/** Tells the second screen what is being written, as soon as it is known what it is. Draws nothing here. */
export const SecondScene = ({ state }: { state: DraftState }) => {
  const touched = useDraft(state, isTouched);
  // Whoever calls sits nowhere near the screen, but somebody else may.
  const atDesk = useDraft(state, (d) => d.channel === 'desk');
  const matter = useDraft(state, (d) => (d.picked === null ? null : titleOf(d)));
  const code = useDraft(state, (d) => (d.picked?.kind === 'item' ? d.picked.code : null));
  const brought = useDraft(state, (d) => d.materials);
  const confidential = useDraft(state, (d) => d.confidential);
  const { data: item } = useQuery({ ...itemQuery(code ?? ''), enabled: code !== null });
  useEffect(() => {
    if (!touched || !atDesk) {
      endWriting();
      return;
    }
    // Until the item is here nobody knows whether it is a confidential one.
    const known = code === null || item !== undefined;
    showOnSecond({
      kind: 'working',
      matter: known ? matter : null,
      confidential: confidential || item?.confidential === true,
      ...(item === undefined
        ? {}
        : {
            materials: item.materials.map((name) => {
              const copies = brought[name] ?? 0;
              return copies > 0
                ? { name, copies, brought: true }
                : { name: materialTold(name, item.copies), brought: false };
            }),
            howLong: howLong(item),
          }),
    });
  }, [touched, atDesk, matter, code, confidential, item, brought]);
  return null;
};
