import type { ResidentPages } from '@qzt/contract/portal';
import type { FastifyInstance } from 'fastify';
import { Catalogue, catalogueRoutes, maintainRoutes } from '../features/catalogue/index.ts';
import { certificateRoutes } from '../features/certificate/index.ts';
import { dangerRoutes, shippedDangers } from '../features/danger/index.ts';
import { feedbackRoutes } from '../features/feedback/index.ts';
import { HandedOverPresence, handOverRoutes } from '../features/hand-over/index.ts';
import { householdRoutes } from '../features/household/index.ts';
import { ledgerRoutes } from '../features/ledger/index.ts';
import { lendingRoutes } from '../features/lending/index.ts';
import { type KitGround, offlineKitRoutes } from '../features/offline-kit/index.ts';
import {
  Directory,
  openSetup,
  Sessions,
  SetupCode,
  sessionRoutes,
  setupRoutes,
  staffRoutes,
} from '../features/org/index.ts';
import { phonebookRoutes } from '../features/phonebook/index.ts';
import { portalRoutes } from '../features/portal/index.ts';
import { practiceRoutes } from '../features/practice/index.ts';
import {
  promiseRoutes,
  StoredPresence,
  startWithPresetHours,
  WorkingTimes,
} from '../features/promise/index.ts';
import { paperRoutes, receptionRoutes } from '../features/reception/index.ts';
import { worklistRoutes } from '../features/worklist/index.ts';
import { type Clock, systemClock } from '../platform/clock.ts';
import { Press } from '../platform/document/index.ts';
import { type AppOptions, makeApp } from '../platform/http/app.ts';
import { livenessRoutes } from '../platform/http/liveness.ts';
import { staffPages } from '../platform/http/pages.ts';
import { builtResidentPages } from '../platform/http/resident-pages.ts';
import type { Keyring } from '../platform/keys/index.ts';
import type { Logger } from '../platform/log.ts';
import { type Connection, servingPool } from '../platform/pool.ts';
import { openWorkOf } from './open-work.ts';

export interface HttpOptions {
  /** How to connect as the application's role. */
  readonly connection: Connection;
  /** How to connect as the owner of the tables; without it there is no practice. */
  readonly owner?: Connection;
  readonly keyring: Keyring;
  readonly log: Logger;
  readonly secure?: boolean;
  /** Where residents reach the product; without it, where the desk does. */
  readonly publicOrigin?: string | undefined;
  readonly app?: Partial<AppOptions>;
  readonly clock?: Clock;
  /** What draws the residents' pages; those that were built, unless told otherwise. */
  readonly residentPages?: ResidentPages;
  /** Whether requests can be served; `readyz` asks it. */
  readonly ready?: () => boolean;
}

export interface HttpServer {
  readonly app: FastifyInstance;
  readonly ground: KitGround;
  readonly sessions: Sessions;
  /** The one-time code of an empty installation, for the console; undefined where there is nothing to set up. */
  openSetup(): Promise<string | undefined>;
  close(): Promise<void>;
}

/** How often a closing server lets go of connections that have nothing under way. */
const IDLE_LOOK_MS = 50;

/** Puts the rooms together and mounts every endpoint. It does not listen yet. */
export async function makeServer(options: HttpOptions): Promise<HttpServer> {
  const { log, keyring } = options;
  const clock = options.clock ?? systemClock;
  let closing = false;
  // A pool says that it has ended while its connections are still going; the database may end before they do.
  const lost = (error: Error) => {
    if (!closing) log.error({ err: error }, 'a database connection failed');
  };
  const pool = servingPool(options.connection, lost);
  // What is looked up in the middle of a transaction must not wait for a connection that other transactions hold.
  const lookups = servingPool(options.connection, lost);
  const directory = new Directory(lookups);
  const looking = { pool: lookups, keyring, clock };
  const presence = new HandedOverPresence(
    new StoredPresence(looking, directory),
    looking,
    directory,
  );
  const dangers = await shippedDangers();
  const press = new Press();
  const ground: KitGround = {
    press,
    dangerCards: dangers.views,
    pool,
    keyring,
    clock,
    directory,
    presence,
    publicOrigin: options.publicOrigin,
    dangers,
    catalogue: new Catalogue(lookups),
    workingTimes: new WorkingTimes(lookups, directory),
  };
  const sessions = new Sessions(ground, directory);
  const setup = { ...ground, setupCode: new SetupCode(), startHours: startWithPresetHours };
  const app = await makeApp({ logger: log, trustProxy: false, ...options.app });
  const mountOptions = { keyring };

  livenessRoutes(app, pool, options.ready ?? (() => true));
  sessionRoutes(app, sessions, { ...mountOptions, secure: options.secure ?? false });
  catalogueRoutes(app, ground.catalogue, { ...mountOptions, clock, dangers });
  maintainRoutes(app, ground, mountOptions);
  dangerRoutes(app, dangers, mountOptions);
  setupRoutes(app, setup, mountOptions);
  staffRoutes(app, { ...ground, sessions, openWork: openWorkOf(ground) }, mountOptions);
  practiceRoutes(app, { ...ground, sessions, owner: options.owner }, mountOptions);
  feedbackRoutes(app, ground, mountOptions);
  promiseRoutes(app, ground, mountOptions);
  receptionRoutes(app, ground, mountOptions);
  paperRoutes(app, ground, mountOptions);
  offlineKitRoutes(app, ground, mountOptions);
  householdRoutes(app, ground, mountOptions);
  certificateRoutes(app, { ...ground, press }, mountOptions);
  lendingRoutes(app, ground, mountOptions);
  phonebookRoutes(app, ground, mountOptions);
  worklistRoutes(app, ground, mountOptions);
  handOverRoutes(app, ground, mountOptions);
  ledgerRoutes(app, { ...ground, press }, mountOptions);
  portalRoutes(app, ground, options.residentPages ?? (await builtResidentPages()));
  await staffPages(app);

  return {
    app,
    ground,
    sessions,
    openSetup: () => openSetup(setup),
    close: async () => {
      // A connection that falls idle after the closing began would keep the server until its client lets go.
      const idle = setInterval(() => app.server.closeIdleConnections(), IDLE_LOOK_MS);
      await app.close();
      clearInterval(idle);
      closing = true;
      await Promise.all([press.close(), pool.end(), lookups.end()]);
    },
  };
}
