import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { Refusal } from '../refusal.ts';

/** `/healthz`: the process lives. `/readyz`: it can serve, database included. `/api/v1/openapi.json`: what it serves. */
export function livenessRoutes(app: FastifyInstance, pool: pg.Pool, ready: () => boolean): void {
  const hidden = { schema: { hide: true } };
  app.get('/healthz', hidden, async () => ({ status: 'alive' }));
  app.get('/readyz', hidden, async () => {
    if (!ready()) throw new Refusal('not-ready', { waitSeconds: 2 });
    await pool.query('select 1').catch(() => {
      throw new Refusal('not-ready', { waitSeconds: 2 });
    });
    return { status: 'ready' };
  });
  app.get('/api/v1/openapi.json', hidden, async () => app.swagger());
}
