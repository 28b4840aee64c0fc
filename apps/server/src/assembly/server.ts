import type { FastifyInstance } from 'fastify';
import { Catalogue, catalogueRoutes } from '../features/catalogue/index.ts';
import { householdRoutes } from '../features/household/index.ts';
import { Directory, Sessions, sessionRoutes } from '../features/org/index.ts';
import { WorkingTimes } from '../features/promise/index.ts';
import { type CaseGround, receptionRoutes } from '../features/reception/index.ts';
import { type Clock, systemClock } from '../platform/clock.ts';
import { type AppOptions, makeApp } from '../platform/http/app.ts';
import { livenessRoutes } from '../platform/http/liveness.ts';
import { staffPages } from '../platform/http/pages.ts';
import type { Keyring } from '../platform/keys/index.ts';
import type { Logger } from '../platform/log.ts';
import { type Connection, servingPool } from '../platform/pool.ts';

export interface HttpOptions {
  /** How to connect as the application's role. */
  readonly connection: Connection;
  readonly keyring: Keyring;
  readonly log: Logger;
  readonly secure?: boolean;
  readonly app?: Partial<AppOptions>;
  readonly clock?: Clock;
  /** Whether requests can be served; `readyz` asks it. */
  readonly ready?: () => boolean;
}

export interface HttpServer {
  readonly app: FastifyInstance;
  readonly ground: CaseGround;
  readonly sessions: Sessions;
  close(): Promise<void>;
}

/** Puts the rooms together and mounts every endpoint. It does not listen yet. */
export async function makeServer(options: HttpOptions): Promise<HttpServer> {
  const { log, keyring } = options;
  const clock = options.clock ?? systemClock;
  const pool = servingPool(options.connection, (error) =>
    log.error({ err: error }, 'a database connection failed'),
  );
  const directory = new Directory(pool);
  const ground: CaseGround = {
    pool,
    keyring,
    clock,
    directory,
    catalogue: new Catalogue(pool),
    workingTimes: new WorkingTimes(pool, directory),
  };
  const sessions = new Sessions(ground, directory);
  const app = await makeApp({ logger: log, trustProxy: false, ...options.app });
  const mountOptions = { keyring };

  livenessRoutes(app, pool, options.ready ?? (() => true));
  sessionRoutes(app, sessions, { ...mountOptions, secure: options.secure ?? false });
  catalogueRoutes(app, ground.catalogue, { ...mountOptions, clock });
  receptionRoutes(app, ground, mountOptions);
  householdRoutes(app, ground, mountOptions);
  await staffPages(app);

  return {
    app,
    ground,
    sessions,
    close: async () => {
      await app.close();
      await pool.end();
    },
  };
}
