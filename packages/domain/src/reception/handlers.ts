import type { CaseEvent, EventDataOf, Named } from './case-event.ts';
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

/** A provider or volunteer. The name may be a person's, so it is personal text and can be gone. */
export function providerHandler(event: Extract<CaseEvent, { type: 'dispatch' }>): Handler {
  const { kind, id } = event.data.provider;
  const written = event.text?.data?.provider;
  const name =
    typeof written === 'object' && written !== null && 'name' in written
      ? String(written.name)
      : '';
  return { kind, ...(id === undefined ? {} : { id }), name, org: name };
}
