import { join } from 'node:path';
import type { LoadResult } from '../load/load-task.ts';
import { runLoad } from '../load/run-load.ts';
import { quantile, type Ratios, ratiosOf, rounded } from '../measure/figures.ts';
import { runPgbench } from '../product/pgbench.ts';
import type { RunningProduct } from '../product/start-product.ts';

export const CLIENTS = 16;

/** How long is measured: the full bench, or a quick look while developing. */
export interface Pace {
  readonly rounds: number;
  readonly seconds: number;
  readonly warmSeconds: number;
  /** Before the first round, for the product alone. */
  readonly firstSeconds: number;
}

/** The program, and the options under which the product's own connections work. */
export interface Pgbench {
  readonly program: string;
  readonly sessionOptions: string;
}

/** One kind of request and what pgbench runs beside it. */
export interface Comparison {
  readonly name: string;
  readonly requests: readonly string[];
  /** Whether each client keeps to one request of its own. */
  readonly keepToOne?: boolean;
  readonly expect: number;
  readonly script: string;
  readonly variables: Readonly<Record<string, string>>;
}

export interface Compared {
  /** Absent where there is no pgbench. */
  readonly share?: Ratios;
  readonly productPerSecond: number;
  readonly pgbenchPerSecond?: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Files with the ids that the product acknowledged. */
  readonly idFiles: readonly string[];
  readonly acknowledged: number;
  /** Runs of pgbench: the beginning of their ids, and the transactions that it says it committed. */
  readonly runs: readonly { readonly prefix: string; readonly transactions: number }[];
}

/**
 * The beginning of the ids of one run of pgbench: a UUIDv7 of now, so that they sort where the product's would; a
 * counter of twelve digits follows.
 */
export function runPrefix(now: number): string {
  const time = now.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-`;
}

/** Counters of two runs never meet, so that what is derived from them does not either. */
const RUN_STEP = 1_000_000;

/** Product and pgbench in turn, on the same database; the share is the middle of the pairs' ratios. */
export async function compare(
  product: RunningProduct,
  pgbench: Pgbench | undefined,
  folder: string,
  pace: Pace,
  comparison: Comparison,
): Promise<Compared> {
  const productPerSecond: number[] = [];
  const pgbenchPerSecond: number[] = [];
  const ratios: number[] = [];
  const latencies: number[] = [];
  const idFiles: string[] = [];
  const runs: { prefix: string; transactions: number }[] = [];
  let acknowledged = 0;
  const load = async (round: number, warmSeconds: number): Promise<LoadResult> => {
    const idsFile = join(folder, `${comparison.name}-${round}.ids`);
    const result = await runLoad({
      ...pace,
      warmSeconds,
      port: product.port,
      connections: CLIENTS,
      requests: comparison.requests,
      keepToOne: comparison.keepToOne ?? false,
      expect: comparison.expect,
      idsFile,
    });
    idFiles.push(idsFile);
    acknowledged += result.acknowledged;
    return result;
  };
  // A server that runs for weeks has long been compiled: what follows is not its first minute.
  await load(-1, pace.firstSeconds);
  for (let round = 0; round < pace.rounds; round += 1) {
    const asked = await load(round, pace.warmSeconds);
    latencies.push(...asked.latencies);
    productPerSecond.push(asked.perSecond);
    if (pgbench === undefined) continue;
    const prefix = runPrefix(Date.now());
    const run = await runPgbench({
      ...pace,
      ...pgbench,
      socketDir: product.socketDir,
      script: comparison.script,
      scriptFile: join(folder, `${comparison.name}.sql`),
      variables: { ...comparison.variables, run: prefix, n: String(round * RUN_STEP) },
      clients: CLIENTS,
    });
    runs.push({ prefix, transactions: run.transactions });
    pgbenchPerSecond.push(run.perSecond);
    ratios.push(asked.perSecond / run.perSecond);
    console.error(
      `${comparison.name} ${round + 1}/${pace.rounds}: ${Math.round(asked.perSecond)} / ${Math.round(run.perSecond)} = ${rounded(asked.perSecond / run.perSecond)}`,
    );
  }
  const mean = (values: number[]) =>
    Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
  return {
    ...(ratios.length > 0
      ? { share: ratiosOf(ratios), pgbenchPerSecond: mean(pgbenchPerSecond) }
      : {}),
    productPerSecond: mean(productPerSecond),
    p50Ms: rounded(quantile(latencies, 0.5), 2),
    p95Ms: rounded(quantile(latencies, 0.95), 2),
    idFiles,
    acknowledged,
    runs,
  };
}
