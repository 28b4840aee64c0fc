import type pg from 'pg';
import type { RunningProduct } from '../product/start-product.ts';

/** How to look at the running product's database as the one who owns the tables. */
export const ownerOf = (product: RunningProduct): pg.ClientConfig => ({
  host: product.socketDir,
  port: 5432,
  user: 'qzt_owner',
  database: 'quanzoutong',
});
