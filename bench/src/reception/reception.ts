import { join } from 'node:path';
import { providePgbench, versionOf } from '../product/pgbench.ts';
import { startProduct } from '../product/start-product.ts';
import { makeWorkplace } from '../product/workplace.ts';
import { bindScript, readScript } from './pgbench-script.ts';
import { REGISTER } from './requests.ts';
import { compare, type Pace } from './rounds.ts';
import { makeSeed } from './seed.ts';
import { registering } from './share-register.ts';
import { verifyRegistered } from './verify.ts';

export const FULL: Pace = { rounds: 5, seconds: 5, warmSeconds: 1, firstSeconds: 5 };
export const QUICK: Pace = { rounds: 3, seconds: 2, warmSeconds: 1, firstSeconds: 5 };

export async function reception(quick: boolean): Promise<object> {
  const workplace = makeWorkplace();
  try {
    const pgbench = providePgbench();
    if (pgbench === undefined) return {};
    const dataDir = join(workplace.folder, 'register');
    const seed = await makeSeed(dataDir);
    const bound = bindScript(readScript('register'), await seed.watch(() => REGISTER));
    await seed.close();
    const product = await startProduct(workplace, dataDir);
    const compared = await compare(
      product,
      pgbench,
      workplace.folder,
      quick ? QUICK : FULL,
      await registering(product, bound),
    );
    const owner = {
      host: product.socketDir,
      port: 5432,
      user: 'qzt_owner',
      database: 'quanzoutong',
    };
    const counted = await verifyRegistered(owner, compared);
    return {
      shareOfPgbench: compared.share.median,
      p50Ms: compared.p50Ms,
      p95Ms: compared.p95Ms,
      ...counted,
      compared,
      pgbench: versionOf(pgbench),
    };
  } finally {
    await workplace.clear();
  }
}
