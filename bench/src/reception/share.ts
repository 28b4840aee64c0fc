import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { signIn } from '../load/sign-in.ts';
import { startProduct } from '../product/start-product.ts';
import type { Workplace } from '../product/workplace.ts';
import { finding, listing, reading, registering } from './comparisons.ts';
import { type Size, usernameOf } from './data/dimensions.ts';
import { loadData } from './data/load-data.ts';
import { loadResidents } from './data/load-residents.ts';
import { makeModels } from './data/make-models.ts';
import { ownerOf } from './owner.ts';
import { type Compared, type Comparison, compare, type Pace } from './rounds.ts';
import { bindScripts } from './scripts.ts';
import { makeSeed } from './seed.ts';
import { type Counted, verifyRegistered } from './verify.ts';

export interface Shares {
  readonly register: Compared;
  readonly read: Compared;
  readonly list: Compared;
  readonly find: Compared;
  readonly counted: Counted;
  readonly loaded: object;
}

/** Everything that is measured against pgbench: on one installation with 200 committees. */
export async function measureShares(
  workplace: Workplace,
  program: string | undefined,
  size: Size,
  registerPace: Pace,
  lookPace: Pace,
): Promise<Shares> {
  const dataDir = join(workplace.folder, 'share');
  const seed = await makeSeed(workplace, dataDir);
  const { keyring, sessionOptions } = seed;
  const pgbench = program === undefined ? undefined : { program, sessionOptions };
  const scripts = await bindScripts(seed);
  const loaded = await loadData(seed, await makeModels(seed), size);
  const residents = await loadResidents(seed.owner, keyring, size.committees);
  await seed.close();

  const product = await startProduct(workplace, dataDir);
  const cookies: string[] = [];
  for (let committee = 0; committee < size.committees; committee += 1)
    cookies.push(await signIn(product.port, usernameOf(committee)));
  const first = cookies[0] ?? '';
  const run = (comparison: Comparison, pace: Pace = lookPace) =>
    compare(product, pgbench, workplace.folder, pace, comparison);

  const register = await run(
    registering(scripts, await signIn(product.port, 'worker')),
    registerPace,
  );
  const counted = await verifyRegistered(ownerOf(product), register);
  const read = await run(reading(scripts, cookies, size.casesEach));
  const list = await run(listing(scripts, first));
  const find = await run(finding(scripts, keyring, first));
  await product.stop();
  await rm(dataDir, { recursive: true });
  return { register, read, list, find, counted, loaded: { ...loaded, residents } };
}
