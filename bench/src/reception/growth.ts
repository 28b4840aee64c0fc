import { join } from 'node:path';
import { httpText, type Request } from '../load/http-text.ts';
import { runLoad } from '../load/run-load.ts';
import { signIn } from '../load/sign-in.ts';
import { median, quantile, rounded } from '../measure/figures.ts';
import { type RunningProduct, startProduct } from '../product/start-product.ts';
import type { Workplace } from '../product/workplace.ts';
import { caseId, casesOf, type Size, usernameOf } from './data/dimensions.ts';
import { type Loaded, loadData } from './data/load-data.ts';
import { makeModels } from './data/make-models.ts';
import { LIST, REGISTER, readOf } from './requests.ts';
import { CLIENTS, type Pace } from './rounds.ts';
import { makeSeed } from './seed.ts';

const KINDS = ['register', 'read', 'list'] as const;
type Kind = (typeof KINDS)[number];
const READS_BUILT = 20_000;
const EXPECT: Readonly<Record<Kind, number>> = { register: 201, read: 200, list: 200 };

/** A subdistrict with its history, so many times over, and its product. */
interface Installation {
  readonly scale: number;
  readonly product: RunningProduct;
  readonly requests: Readonly<Record<Kind, readonly string[]>>;
  readonly loaded: Loaded;
}

export interface Growth {
  /** p95 of each scale in milliseconds, and as a multiple of the smallest. */
  readonly scales: readonly {
    readonly scale: number;
    readonly loaded: Loaded;
    readonly p95Ms: Readonly<Record<Kind, number>>;
    readonly growth: Readonly<Record<Kind, number>>;
  }[];
  /** The worst of the three kinds, by scale. */
  readonly worst: Readonly<Record<number, number>>;
}

/**
 * p95 of registering, reading and listing in the committee with most rows. The installations stand side by side and are
 * asked in turn, so that whatever else the machine does meets all of them.
 */
export async function measureGrowth(
  workplace: Workplace,
  base: Size,
  scales: readonly number[],
  pace: Pace,
): Promise<Growth> {
  const installations: Installation[] = [];
  for (const scale of scales) installations.push(await install(workplace, base, scale));
  const measured = installations.map(() => ({
    register: [] as number[],
    read: [] as number[],
    list: [] as number[],
  }));
  for (const kind of KINDS) {
    for (const each of installations) await ask(each, kind, pace, pace.firstSeconds);
    for (let round = 0; round < pace.rounds; round += 1)
      for (const [index, each] of installations.entries())
        measured[index]?.[kind].push(await ask(each, kind, pace, pace.warmSeconds));
  }
  for (const { product } of installations) await product.stop();

  const p95Of = (index: number, kind: Kind) => measured[index]?.[kind] ?? [];
  // Round by round, as the two stood side by side in time.
  const grown = (index: number, kind: Kind) =>
    median(p95Of(index, kind).map((p95, round) => p95 / (p95Of(0, kind)[round] ?? Number.NaN)));
  const perKind = (value: (kind: Kind) => number) =>
    ({ register: value('register'), read: value('read'), list: value('list') }) as const;
  const found = installations.map(({ scale, loaded }, index) => ({
    scale,
    loaded,
    p95Ms: perKind((kind) => rounded(median(p95Of(index, kind)), 2)),
    growth: perKind((kind) => rounded(grown(index, kind))),
  }));
  return {
    scales: found,
    worst: Object.fromEntries(
      found.map(({ scale, growth }) => [scale, Math.max(...Object.values(growth))]),
    ),
  };
}

async function install(workplace: Workplace, base: Size, scale: number): Promise<Installation> {
  const size = { ...base, casesEach: base.casesEach * scale };
  const dataDir = join(workplace.folder, `growth-${scale}`);
  const seed = await makeSeed(workplace, dataDir);
  const loaded = await loadData(seed, await makeModels(seed), size);
  await seed.close();
  console.error(`× ${scale}: ${loaded.cases} 件, ${loaded.megabytes} MB, ${loaded.seconds} s`);
  const product = await startProduct(workplace, dataDir);
  const cookie = await signIn(product.port, usernameOf(0));
  const text = (request: Request) => httpText(request, cookie);
  const cases = casesOf(size, 0);
  return {
    scale,
    product,
    loaded,
    requests: {
      register: [text(REGISTER)],
      read: Array.from({ length: Math.min(cases, READS_BUILT) }, () =>
        text(readOf(caseId(0, Math.floor(Math.random() * cases)))),
      ),
      list: [text(LIST)],
    },
  };
}

async function ask(
  { product, requests }: Installation,
  kind: Kind,
  pace: Pace,
  warmSeconds: number,
): Promise<number> {
  const { latencies } = await runLoad({
    port: product.port,
    connections: CLIENTS,
    warmSeconds,
    seconds: pace.seconds,
    requests: requests[kind],
    keepToOne: false,
    expect: EXPECT[kind],
  });
  return quantile(latencies, 0.95);
}
