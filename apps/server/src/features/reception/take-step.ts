import type { EventCreate } from '@qzt/contract/reception';
import { settledAs } from '@qzt/domain/promise';
import {
  type CaseActor,
  type CaseCommand,
  type CaseContext,
  type CaseState,
  decide,
} from '@qzt/domain/reception';
import { newId } from '../../platform/random.ts';
import type { SubjectKey } from '../../platform/subject/index.ts';
import type { Work } from '../../platform/transact.ts';
import type { ItemVersion } from '../catalogue/index.ts';
import { owe, owedBy, sameOwed, settle } from '../promise/index.ts';
import * as store from './case.store.ts';
import { type CaseGround, contextOf, fold, versionOf } from './case-ground.ts';
import { decideContext } from './decide-context.ts';
import { hideContactsOf } from './encounter.store.ts';
import { codeCommand, withNames } from './material-names.ts';
import { tell } from './tell.ts';

/** What a step made of a case. */
export interface Step {
  readonly events: readonly store.NumberedEvent[];
  readonly state: CaseState;
  readonly key: SubjectKey;
  readonly item: ItemVersion | undefined;
}

/**
 * Takes one step of a case, whoever takes it: asks the rules, appends the event, writes the derived state, what is owed
 * now, whom to tell and the log. `before`: how many events it has. Somebody else's step meanwhile stops the transaction
 * with the guard `version-conflict`. Errors: `transition-not-allowed`, `not-permitted`, `invalid-input`.
 */
export async function takeStep(
  ground: CaseGround,
  work: Work,
  row: store.CaseRow,
  before: number,
  actor: CaseActor,
  input: EventCreate,
): Promise<Step> {
  const item = await versionOf(ground, row, work.now);
  const context = await decideContext(
    ground,
    work,
    row,
    await contextOf(ground, row.committee_id, item),
    input,
  );
  const key = keyForCase(work, row);
  const { command, names } = codeCommand(key, item?.body.materials ?? [], input as CaseCommand);
  const drafts = decide(row.state, command, actor, work.now.toISOString(), context);
  const events = drafts.map(
    (draft, index): store.NumberedEvent => ({
      ...draft,
      text: withNames(draft.text, names),
      seq: before + 1 + index,
      id: index === 0 ? input.id : newId(),
    }),
  );
  const state = fold(row.state, events, context);
  // Whoever hands a confidential case on may not see it any more when the rows of this very step are written.
  if (state.confidential) work.tx.actOn(row.id);
  if (state.confidential && !row.state.confidential) hideContactsOf(work, row.committee_id, row.id);
  store.insertEvents(work, key, row.id, events);
  store.updateCase(work, row.committee_id, row.id, row.version, state);
  keepPromises(work, row, state, context);
  tell(work, row.committee_id, row.id, events, state);
  work.audit({
    action: `case.${input.type}`,
    subject: 'case',
    subjectId: row.id,
    committeeId: row.committee_id,
    facts: { seq: before + 1 },
  });
  return { events, state, key, item };
}

/** A case whose person was erased goes on under a key of its own; what was erased stays erased. */
export const keyForCase = (work: Work, row: store.CaseRow): SubjectKey =>
  store.keyOf(work, row) ?? store.rekeyCase(work, row);

/** What was owed is kept, broken or dropped; what is owed now is written down. */
export function keepPromises(
  work: Work,
  row: store.CaseRow,
  state: CaseState,
  context: CaseContext,
): void {
  const was = owedBy(row.committee_id, row.id, row.state, work.now, context);
  const is = owedBy(row.committee_id, row.id, state, work.now, context);
  if (sameOwed(was, is)) return;
  if (was) settle(work, row.committee_id, row.id, settledAs(was, is, work.now.getTime()));
  if (is) owe(work, is);
}
