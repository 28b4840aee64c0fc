import type { EventDataOf, Named } from './case-event.ts';
import type { Handler } from './case-state.ts';

/** A worker of the committee as the one who works on a case. */
export function workerHandler(worker: Named, committee: string): Handler {
  return { kind: 'worker', id: worker.id, name: worker.name, org: committee };
}

/** An office of the subdistrict or district: whoever sits there. */
export function officeHandler({ to }: EventDataOf['refer']): Handler {
  const name = to.name ?? '';
  return { kind: to.kind, id: to.id, name, org: name };
}

/** What a provider or volunteer is called where the name may not be read. */
const PROVIDER_WORDS = { provider: '服务商', volunteer: '志愿者' } as const;

/**
 * A provider or volunteer. The name may be a person's, so it is personal text: the state says only what kind of helper
 * it is, and whoever shows the case lays the name over it.
 */
export function providerHandler({ provider }: EventDataOf['dispatch']): Handler {
  const { kind, id } = provider;
  const word = PROVIDER_WORDS[kind];
  return { kind, ...(id === undefined ? {} : { id }), name: word, org: word };
}
