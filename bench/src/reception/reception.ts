import { providePgbench, versionOf } from '../product/pgbench.ts';
import { makeWorkplace } from '../product/workplace.ts';
import { measureGrowth } from './growth.ts';
import type { Compared, Pace } from './rounds.ts';
import { measureShares } from './share.ts';

interface Plan {
  readonly register: Pace;
  /** Reading, listing, finding. */
  readonly look: Pace;
  readonly shareCommittees: number;
  readonly growth: Pace;
  readonly scales: readonly [number, number, number];
}

/** Cases of a committee: a year or two of a neighbourhood of 1,500 households. */
const CASES_EACH = { share: 1000, growth: 500 };
const SUBDISTRICT = 30;

const FULL: Plan = {
  register: { rounds: 5, seconds: 5, warmSeconds: 1, firstSeconds: 5 },
  look: { rounds: 5, seconds: 3, warmSeconds: 1, firstSeconds: 3 },
  shareCommittees: 200,
  growth: { rounds: 5, seconds: 2, warmSeconds: 0.5, firstSeconds: 3 },
  scales: [1, 10, 100],
};

/** A look while developing: its figures are no result. */
const QUICK: Plan = {
  register: { rounds: 3, seconds: 2, warmSeconds: 1, firstSeconds: 3 },
  look: { rounds: 2, seconds: 2, warmSeconds: 1, firstSeconds: 2 },
  shareCommittees: 20,
  growth: { rounds: 2, seconds: 1, warmSeconds: 0.5, firstSeconds: 1 },
  scales: [1, 2, 4],
};

/**
 * The reception bench: the product as its user runs it, under load over HTTP, beside pgbench running the same statements
 * on the same database, and beside itself with ten and a hundred times the data.
 */
export async function reception(quick: boolean): Promise<object> {
  const startedAt = performance.now();
  const plan = quick ? QUICK : FULL;
  const workplace = makeWorkplace();
  try {
    const pgbench = providePgbench();
    const shares = await measureShares(
      workplace,
      pgbench,
      { committees: plan.shareCommittees, casesEach: CASES_EACH.share },
      plan.register,
      plan.look,
    );
    const growth = await measureGrowth(
      workplace,
      { committees: SUBDISTRICT, casesEach: CASES_EACH.growth },
      plan.scales,
      plan.growth,
    );
    const { register, read, list, find, counted, loaded } = shares;
    return {
      ...(register.share ? { shareOfPgbench: register.share.median } : {}),
      ...(read.share ? { shareRead: read.share.median } : {}),
      ...(list.share ? { shareList: list.share.median } : {}),
      ...(find.share ? { shareFind: find.share.median } : {}),
      p50Ms: register.p50Ms,
      p95Ms: register.p95Ms,
      growth10: growth.worst[plan.scales[1]],
      growth100: growth.worst[plan.scales[2]],
      lost: counted.lost,
      doubled: counted.doubled,
      acknowledged: counted.acknowledged,
      register: figuresOf(register),
      read: figuresOf(read),
      list: figuresOf(list),
      find: figuresOf(find),
      growth: growth.scales,
      loaded,
      ...(pgbench ? { pgbench: versionOf(pgbench) } : {}),
      ...(quick ? { quick } : {}),
      seconds: Math.round((performance.now() - startedAt) / 1000),
    };
  } finally {
    await workplace.clear();
  }
}

const figuresOf = ({ share, productPerSecond, pgbenchPerSecond, p50Ms, p95Ms }: Compared) => ({
  productPerSecond,
  pgbenchPerSecond,
  share,
  p50Ms,
  p95Ms,
});
