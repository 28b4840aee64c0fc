import type { HandOverContents, HandOverView } from '@qzt/contract/hand-over';
import { stateOf } from '@qzt/domain/hand-over';
import { maskName } from '@qzt/domain/household';
import { toOffset } from '../../platform/time.ts';
import type { Work } from '../../platform/transact.ts';
import { loanLine, loansByIds, things } from '../lending/index.ts';
import { type WorkRow, workRowsOf } from '../worklist/index.ts';
import type { Contents, StoredHandOver } from './hand-over.store.ts';

type Matter = HandOverContents['promises'][number];

const ERASED = '(内容已按请求删除)';

/** A case as it stands now: what was handed over may have been finished since. */
const matter = (row: WorkRow, now: Date): Matter => ({
  caseId: row.id,
  number: row.number,
  title: row.title ?? ERASED,
  who: row.name === undefined ? null : maskName(row.name),
  dueAt: row.at === null ? null : toOffset(row.at),
  kind: row.kind ?? row.state.status,
  late: row.at !== null && row.at < now && row.kind !== 'resident',
  urgent: row.state.urgent,
  open: row.state.status !== 'closed',
});

/** Reads what several hand-overs name, in one question a kind. What became confidential since is in none. */
export async function contentsReader(
  work: Work,
  all: readonly Contents[],
): Promise<(one: Contents) => HandOverContents> {
  const cases = [...new Set(all.flatMap(({ promises, urgent }) => [...promises, ...urgent]))];
  const lent = [...new Set(all.flatMap(({ loans }) => loans))];
  const [rows, loans, presets] = await Promise.all([
    cases.length === 0 ? [] : workRowsOf(work, cases),
    lent.length === 0 ? [] : loansByIds(work, lent),
    things(),
  ]);
  const caseById = new Map(
    rows.filter(({ state }) => !state.confidential).map((row) => [row.id, matter(row, work.now)]),
  );
  const loanById = new Map(
    loans
      .filter(({ confidential }) => !confidential)
      .map((loan) => [loan.id, loanLine(loan, presets, work.now)]),
  );
  return (one) => ({
    promises: one.promises.flatMap((id) => caseById.get(id) ?? []),
    urgent: one.urgent.flatMap((id) => caseById.get(id) ?? []),
    loans: one.loans.flatMap((id) => {
      const loan = loanById.get(id);
      if (loan === undefined) return [];
      return [
        {
          loanId: id,
          thing: loan.thing.name,
          count: loan.count - loan.returned,
          who: loan.borrower.name,
          dueAt: loan.dueAt,
          late: loan.late,
          open: loan.state === 'out',
        },
      ];
    }),
  });
}

/** A hand-over as one of its committee sees it. */
export function handOverView(
  one: StoredHandOver,
  contents: HandOverContents,
  viewerId: string,
): HandOverView {
  const rule = {
    fromId: one.from_id,
    toId: one.to_id,
    takenBy: one.taken_by,
    withdrawn: one.withdrawn_at !== null,
  };
  const given = stateOf(rule) === 'given';
  return {
    id: one.id,
    from: { id: one.from_id, name: one.from_name },
    to: one.to_id === null ? null : { id: one.to_id, name: one.to_name ?? '' },
    givenAt: toOffset(one.given_at),
    until: toOffset(one.until),
    note: one.note ?? null,
    contents,
    taken:
      one.taken_by === null || one.taken_at === null
        ? null
        : { by: { id: one.taken_by, name: one.taken_name ?? '' }, at: toOffset(one.taken_at) },
    withdrawnAt: one.withdrawn_at === null ? null : toOffset(one.withdrawn_at),
    mayTake: given && one.from_id !== viewerId,
    mayWithdraw: given && one.from_id === viewerId,
    version: one.version,
  };
}
