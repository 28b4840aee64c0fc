import pg from 'pg';
import { type TestProduct, testProduct } from '../../../../testing/product.ts';
import { fillCommittees } from '../generate.service.ts';

/** A product whose first committee is filled, and a connection that sees everything. */
export interface Filled extends TestProduct {
  readonly owner: pg.Client;
  fill(
    committees: number,
    options?: { seed?: string; rest?: () => Promise<void> },
  ): Promise<number>;
}

export async function filledProduct(startAt: string, committees: number): Promise<Filled> {
  const product = await testProduct(startAt);
  const owner = new pg.Client(product.connection('owner'));
  await owner.connect();
  const fill: Filled['fill'] = (count, { seed = '1', rest } = {}) =>
    fillCommittees({
      owner: product.connection('owner'),
      keyring: product.ground.keyring,
      now: product.clock.now,
      seed,
      size: 'subdistrict',
      committees: count,
      years: 1,
      ...(rest ? { rest } : {}),
    });
  if (committees > 0) await fill(committees);
  return {
    ...product,
    owner,
    fill,
    async drop() {
      await owner.end();
      await product.drop();
    },
  };
}
