import type { SentBodyOf } from '@qzt/contract';
import type { CaseView, encounterEndpoints } from '@qzt/contract/reception';
import { v7 } from 'uuid';
import type { Values } from './event-form.ts';

type Contact = SentBodyOf<typeof encounterEndpoints.createEncounter>;
type Shown = Pick<CaseView, 'id' | 'journeys' | 'resident'>;

/** The resident came once more, to bring papers: a contact about this case, and one journey more than before. */
export const tripOf = (
  shown: Shown,
  values: Values,
  id: string,
  at: Date,
  make: () => string = v7,
): Contact => {
  const brought = values['data.materials'];
  const names = (Array.isArray(brought) ? (brought as readonly { readonly name: string }[]) : [])
    .map((material) => material.name)
    .join('、');
  return {
    id,
    channel: 'desk',
    startedAt: at.toISOString(),
    journey: shown.journeys + 1,
    ...(shown.resident ? { residentId: shown.resident.id } : {}),
    needs: [
      { id: make(), words: `补来材料:${names}`.slice(0, 2000), outcome: 'case', caseId: shown.id },
    ],
  };
};
