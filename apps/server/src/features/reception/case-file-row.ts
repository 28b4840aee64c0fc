import type { CaseState } from '@qzt/domain/reception';

/** The columns of a stored case, in the order of `caseFileRow`: the desk writes them one by one, the generator by COPY. */
export const CASE_FILE_COLUMNS = [
  'committee_id',
  'id',
  'number',
  'kind',
  'status',
  'ending',
  'service_item',
  'service_item_version',
  'encounter_id',
  'resident_id',
  'first_asked_id',
  'handler_org_id',
  'handler_id',
  'urgent',
  'confidential',
  'due_at',
  'state',
  'key_id',
  'version',
  'created_at',
  'changed_at',
] as const;

export interface CaseFile {
  readonly committeeId: string;
  readonly id: string;
  readonly number: string;
  readonly keyId: string;
  readonly state: CaseState;
  readonly version: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** Whom the case is with, as the columns that policies and lists need. */
export const placeOf = (
  committeeId: string,
  state: CaseState,
): { org: string; id: string | null } => {
  const { handler } = state;
  if (handler.kind === 'department' || handler.kind === 'centre')
    return { org: handler.id ?? committeeId, id: null };
  return { org: committeeId, id: handler.kind === 'worker' ? (handler.id ?? null) : null };
};

/** A case as the values of its columns. */
export function caseFileRow(stored: CaseFile): (string | number | boolean | Date | null)[] {
  const { committeeId, state } = stored;
  const place = placeOf(committeeId, state);
  return [
    committeeId,
    stored.id,
    stored.number,
    state.kind,
    state.status,
    state.ending,
    state.serviceItem?.code ?? null,
    state.serviceItem?.version ?? null,
    state.encounterId,
    state.residentId,
    state.firstAsked.id,
    place.org,
    place.id,
    state.urgent,
    state.confidential,
    state.dueAt,
    JSON.stringify(state),
    stored.keyId,
    stored.version,
    stored.createdAt,
    stored.changedAt,
  ];
}
