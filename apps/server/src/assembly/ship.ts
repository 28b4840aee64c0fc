import { shipCatalogue } from '../features/catalogue/index.ts';
import { shipCalendar } from '../features/promise/index.ts';
import { type Connection, withPool } from '../platform/pool.ts';

/** What every installation holds from the first minute: the calendar and the catalogue. */
export const ship = (owner: Connection): Promise<void> =>
  withPool(owner, async (pool) => {
    await shipCalendar(pool);
    await shipCatalogue(pool);
  });
