import type { CaseCreate } from '@qzt/contract/reception';
import type { Trip } from '@qzt/domain/reception';
import { notFound, wrongField } from '../../platform/refusal.ts';
import type { Work } from '../../platform/transact.ts';
import { findResident, type Resident } from '../household/index.ts';
import { findEncounter, type StoredEncounter } from './encounter.store.ts';

export interface Contact {
  readonly encounter: StoredEncounter | undefined;
  readonly needId: string | undefined;
  readonly resident: Resident | undefined;
}

/** The contact that a case comes from: the encounter with its need, and the person if known. */
export async function contactOf(work: Work, input: CaseCreate): Promise<Contact> {
  const [encounter, named] = await Promise.all([
    input.encounterId ? findEncounter(work, input.encounterId) : undefined,
    input.residentId ? findResident(work, input.residentId) : undefined,
  ]);
  if (input.encounterId && !encounter) throw notFound('没有找到这次接触');
  if (input.residentId && !named) throw notFound('没有找到这位居民');
  const known = encounter?.view.residentId;
  const resident = named ?? (known ? await findResident(work, known) : undefined);
  return { encounter, needId: encounter && needOf(encounter, input.needId), resident };
}

function needOf(encounter: StoredEncounter, given: string | undefined): string | undefined {
  const { needs } = encounter.view;
  if (given !== undefined) {
    if (!needs.some((need) => need.id === given))
      throw wrongField('needId', '这次接触里没有这件事', 'unknown');
    return given;
  }
  const open = needs.filter((need) => need.outcome === 'case' && need.caseId === undefined);
  if (open.length > 1) throw wrongField('needId', '这次接触有几件事,请指明是哪一件', 'ambiguous');
  return open[0]?.id;
}

/** The encounter as a possible trip of the resident. */
export const tripsOf = (encounter: StoredEncounter | undefined): Trip[] =>
  encounter
    ? [
        {
          channel: encounter.view.channel,
          startedAt: encounter.view.startedAt,
          ...(encounter.view.journey === undefined ? {} : { journey: encounter.view.journey }),
        },
      ]
    : [];
