import type { EventCreate } from '@qzt/contract/reception';
import { inSameWorld } from '@qzt/domain/org';
import type { CaseContext, DecideContext, OfficeFact, StaffFact } from '@qzt/domain/reception';
import { wrongField } from '../../platform/refusal.ts';
import type { Work } from '../../platform/transact.ts';
import type { Directory } from '../org/index.ts';
import { type CaseRow, findCase } from './case.store.ts';
import type { CaseGround } from './case-ground.ts';

/** The people and offices that a step names, looked up before the rules are asked. */
export async function decideContext(
  { directory, dangers }: Pick<CaseGround, 'directory' | 'dangers'>,
  work: Work,
  row: CaseRow,
  context: CaseContext,
  input: EventCreate,
): Promise<DecideContext> {
  const [people, heads, office] = await Promise.all([
    peopleOf(directory, row, input),
    headsFor(directory, row, input),
    officeOf(directory, row, input),
  ]);
  if (input.type === 'duplicate' && (await findCase(work, input.data.of)) === undefined)
    throw wrongField('data.of', '没有找到那个办件,请检查', 'unknown');
  return {
    ...context,
    ...(row.state.standIn ? { standIn: row.state.standIn } : {}),
    caseId: row.id,
    staff: (id) => people.get(id),
    heads,
    danger: (code) => dangers.fact(code),
    office: (id) => (office?.id === id ? office : undefined),
  };
}

async function peopleOf(
  directory: Directory,
  { state }: CaseRow,
  input: EventCreate,
): Promise<ReadonlyMap<string, StaffFact>> {
  const ids = [...new Set(idsOf(state, input))].filter((id) => id !== undefined);
  const found = await Promise.all(ids.map((id) => directory.staff(id)));
  return new Map(found.flatMap((one) => (one && !one.left ? [[one.id, one] as const] : [])));
}

/** Whom a step names; a reopening asks whether those of the case are still there. */
function idsOf(state: CaseRow['state'], input: EventCreate): (string | undefined)[] {
  if (input.type === 'assign') return [input.data.firstAsked, input.data.handler];
  if (input.type === 'share') return [input.data.staff];
  if (input.type !== 'reopen') return [];
  return [state.firstAsked.id, state.handler.kind === 'worker' ? state.handler.id : undefined];
}

/** Who can take a reopened case whose worker has left. */
async function headsFor(
  directory: Directory,
  row: CaseRow,
  input: EventCreate,
): Promise<StaffFact[]> {
  if (input.type !== 'reopen') return [];
  const ids = await directory.heads(row.committee_id);
  const found = await Promise.all(ids.map((id) => directory.staff(id)));
  return found.filter((one) => one !== undefined);
}

/** Offices that a case of this committee can go to: those of its subdistrict, and of the district above. */
async function officeOf(
  directory: Directory,
  row: CaseRow,
  input: EventCreate,
): Promise<OfficeFact | undefined> {
  const to = input.type === 'refer' || input.type === 'transfer' ? input.data.to : undefined;
  if (to === undefined || !('id' in to)) return undefined;
  const units = await directory.units();
  const office = units.get(to.id);
  const committee = units.get(row.committee_id);
  const subdistrict = committee?.parentId;
  const above = [subdistrict, units.get(subdistrict ?? '')?.parentId];
  if (office === undefined || committee === undefined) return undefined;
  if (!above.includes(office.parentId ?? undefined) || !inSameWorld(office, committee))
    return undefined;
  return office.kind === 'department' || office.kind === 'centre'
    ? { id: office.id, kind: office.kind, name: office.name }
    : undefined;
}
