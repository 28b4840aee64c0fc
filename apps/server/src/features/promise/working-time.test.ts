import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowsBehind } from '../../testing/casework.ts';
import { type TestProduct, testProduct } from '../../testing/product.ts';
import { Directory } from '../org/index.ts';
import { WorkingTimes } from './index.ts';

let product: TestProduct;
beforeEach(async () => {
  product = await testProduct();
});
afterEach(() => product.drop());

/** The directory, which lets the first that asks wait until it is opened. */
class Waiting extends Directory {
  readonly #gate = Promise.withResolvers<void>();
  readonly asked = Promise.withResolvers<void>();
  #first = true;

  override async unit(id: string) {
    if (this.#first) {
      this.#first = false;
      this.asked.resolve();
      await this.#gate.promise;
    }
    return super.unit(id);
  }

  open(): void {
    this.#gate.resolve();
  }
}

test('who asked before a change and is answered after it leaves nothing old behind', async () => {
  const { pool } = product.ground;
  const [own, other] = await rowsBehind<{ id: string }>(
    product,
    `select id from org where kind = 'committee' order by code limit 2`,
  );
  const directory = new Waiting(pool);
  const times = new WorkingTimes(pool, directory);
  const early = times.of(own!.id);
  await directory.asked.promise;
  await rowsBehind(
    product,
    `insert into calendar_day (date, kind, name, standing) values ('2026-12-22', 'holiday', '演练', 'assumed')`,
  );
  times.forget();
  const now = await times.of(other!.id);
  directory.open();
  await early;
  expect((await times.of(own!.id)).calendar).toBe(now.calendar);
});
