import { createHash, randomBytes } from 'node:crypto';
import type { SessionView } from '@qzt/contract/org';
import QuickLRU from 'quick-lru';
import type { Actor } from '../../platform/actor.ts';
import { newId } from '../../platform/random.ts';
import { Refusal } from '../../platform/refusal.ts';
import { toOffset } from '../../platform/time.ts';
import { type Ground, transact } from '../../platform/transact.ts';
import { actorOf } from './actor-of.ts';
import type { Directory } from './directory.ts';
import { refuseGuessable } from './first-password.ts';
import { hashPassword, passwordFits } from './password.ts';
import { newSecret, sealSecret, stepOfCode } from './second-factor.ts';
import * as store from './session.store.ts';

/** A working day and the evening after it; whoever comes back next morning signs in again. */
const SESSION_HOURS = 14;
/** Wrong passwords before an account waits, and how long it waits at most. Assumed, no source. */
const LOCK_FROM = 5;
const LOCK_MAX_MINUTES = 15;
/** How long a session stays in memory: the longest time that a revocation by another process goes unseen. */
const CACHE_MS = 5_000;
const TOUCH_MS = 60_000;

export interface SignedIn {
  readonly sessionId: string;
  readonly actor: Actor;
  readonly session: store.LiveSession;
}

const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

export class Sessions {
  readonly #ground: Ground;
  readonly #directory: Directory;
  readonly #cache = new QuickLRU<string, SignedIn>({ maxSize: 5_000, maxAge: CACHE_MS });
  /** Failures under names that nobody has, so that a lock-out does not tell which names exist. */
  readonly #unknown = new QuickLRU<string, number>({
    maxSize: 10_000,
    maxAge: LOCK_MAX_MINUTES * 60_000,
  });

  constructor(ground: Ground, directory: Directory) {
    this.#ground = ground;
    this.#directory = directory;
  }

  /**
   * Signs in. Errors: `sign-in-failed` (with a field `code` when only the second factor is missing or wrong),
   * `slow-down` while the account waits.
   */
  async signIn(
    input: { username: string; password: string; code?: string | undefined },
    device: string,
  ) {
    const { pool, clock } = this.#ground;
    const now = clock.now();
    const username = input.username.toLowerCase();
    const found = await store.credentialByName(pool, username);
    this.#refuseWhileLocked(found, username, now);
    if (!(await passwordFits(found?.passwordHash, input.password)) || found === undefined) {
      await this.#countFailure(found, username, now);
      throw new Refusal('sign-in-failed');
    }
    if (found.totpConfirmed && found.totpSecret)
      await this.#secondFactor(found, found.totpSecret, input.code, now);
    await store.clearFailures(pool, found.staffId);
    return this.#open(found, device, now);
  }

  async #open(person: store.Person & { totpConfirmed: boolean }, device: string, now: Date) {
    const token = randomBytes(32).toString('base64url');
    const id = newId();
    const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
    await store.insertSession(this.#ground.pool, {
      id,
      staffId: person.staffId,
      tokenHash: hashToken(token),
      device,
      now,
      expiresAt,
    });
    const actor = await actorOf(person, this.#directory);
    const session = {
      ...person,
      id,
      expiresAt,
      lastSeenAt: now,
      secondFactor: person.totpConfirmed,
    };
    await this.#log(actor, 'session.begin', id);
    return { token, signedIn: { sessionId: id, actor, session } };
  }

  #lockedUntil(found: store.Credential | undefined, username: string, now: Date): number {
    if (found) return found.lockedUntil?.getTime() ?? 0;
    return (this.#unknown.get(username) ?? 0) >= LOCK_FROM ? now.getTime() + 60_000 : 0;
  }

  #refuseWhileLocked(found: store.Credential | undefined, username: string, now: Date): void {
    const until = this.#lockedUntil(found, username, now);
    if (until <= now.getTime()) return;
    const waitSeconds = Math.ceil((until - now.getTime()) / 1000);
    throw new Refusal('slow-down', {
      waitSeconds,
      detail: `密码错了太多次,请 ${Math.ceil(waitSeconds / 60)} 分钟后再试,或请管理员重设密码`,
    });
  }

  async #countFailure(
    found: store.Credential | undefined,
    username: string,
    now: Date,
  ): Promise<void> {
    if (found)
      await store.countFailure(this.#ground.pool, found.staffId, now, LOCK_FROM, LOCK_MAX_MINUTES);
    else this.#unknown.set(username, (this.#unknown.get(username) ?? 0) + 1);
  }

  async #secondFactor(
    found: store.Credential,
    sealed: Buffer,
    code: string | undefined,
    now: Date,
  ): Promise<void> {
    const { pool, keyring } = this.#ground;
    const missing = (message: string) =>
      new Refusal('sign-in-failed', {
        detail: message,
        faults: [{ path: 'code', code: 'second-factor', message }],
      });
    if (code === undefined) throw missing('请输入手机上的 6 位动态码');
    const step = await stepOfCode(keyring, found.staffId, sealed, code, now);
    if (step === undefined || !(await store.spendStep(pool, found.staffId, step))) {
      await this.#countFailure(found, found.username, now);
      throw missing('动态码不对或已用过,请等下一个');
    }
  }

  /** Who a cookie belongs to, or undefined. */
  async find(token: string): Promise<SignedIn | undefined> {
    const cached = this.#cache.get(token);
    const now = this.#ground.clock.now();
    if (cached && cached.session.expiresAt > now) return cached;
    const session = await store.sessionByToken(this.#ground.pool, hashToken(token), now);
    if (session === undefined) return undefined;
    if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_MS)
      await store.touchSession(this.#ground.pool, session.id, now);
    const signedIn = {
      sessionId: session.id,
      actor: await actorOf(session, this.#directory),
      session,
    };
    this.#cache.set(token, signedIn);
    return signedIn;
  }

  view({ actor, session }: SignedIn): SessionView {
    const { id, kind, name, code } = actor.org;
    return {
      id: session.id,
      staff: {
        id: actor.id,
        username: session.username,
        name: actor.name,
        leader: actor.leader,
        roles: [...actor.roles],
        serviceLines: [...actor.serviceLines],
      },
      org: { id, kind, name, code },
      committees: [],
      permissions: [...actor.permissions],
      secondFactor: session.secondFactor,
      expiresAt: toOffset(session.expiresAt),
    };
  }

  /** The view with the committees in reach by name. */
  async fullView(signedIn: SignedIn): Promise<SessionView> {
    const units = await this.#directory.units();
    const committees = signedIn.actor.scope.committees.flatMap((id) => {
      const unit = units.get(id);
      return unit ? [{ id: unit.id, kind: unit.kind, name: unit.name, code: unit.code }] : [];
    });
    return { ...this.view(signedIn), committees };
  }

  async list(actor: Actor, current: string | null) {
    const rows = await store.liveSessions(this.#ground.pool, actor.id, this.#ground.clock.now());
    return {
      items: rows.map((row) => ({
        id: row.id,
        device: row.device,
        createdAt: toOffset(row.created_at),
        lastSeenAt: toOffset(row.last_seen_at),
        current: row.id === current,
      })),
    };
  }

  /** Ends one of the actor's own sessions. Errors: `not-found`. */
  async end(actor: Actor, id: string): Promise<void> {
    if (!(await store.endSession(this.#ground.pool, actor.id, id, this.#ground.clock.now())))
      throw new Refusal('not-found');
    this.forget();
    await this.#log(actor, 'session.end', id);
  }

  /** Errors: `sign-in-failed` when the present password is wrong. */
  async changePassword(
    actor: Actor,
    keep: string | null,
    current: string,
    next: string,
  ): Promise<void> {
    const { pool, clock } = this.#ground;
    const { username } = await this.#demandPassword(actor, current, 'current');
    refuseGuessable(next, username, 'next');
    await store.setPasswordHash(pool, actor.id, await hashPassword(next), clock.now());
    await store.endOtherSessions(pool, actor.id, keep, clock.now());
    this.forget();
    await this.#log(actor, 'password.change', actor.id);
  }

  async beginSecondFactor(
    actor: Actor,
    password: string,
  ): Promise<{ secret: string; uri: string }> {
    const credential = await this.#demandPassword(actor, password, 'password');
    const made = newSecret(credential.username);
    await store.setSecondFactor(
      this.#ground.pool,
      actor.id,
      sealSecret(this.#ground.keyring, actor.id, made.secret),
    );
    await this.#log(actor, 'second-factor.begin', actor.id);
    return made;
  }

  async confirmSecondFactor(actor: Actor, code: string): Promise<void> {
    const { pool, keyring, clock } = this.#ground;
    const found = await store.credentialOf(pool, actor.id);
    const step =
      found?.totpSecret &&
      (await stepOfCode(keyring, actor.id, found.totpSecret, code, clock.now()));
    if (!step || !(await store.spendStep(pool, actor.id, step)))
      throw new Refusal('sign-in-failed', { detail: '动态码不对,请看手机时间是否准确,再输入一次' });
    await store.confirmSecondFactor(pool, actor.id, clock.now());
    this.forget();
    await this.#log(actor, 'second-factor.confirm', actor.id);
  }

  async removeSecondFactor(actor: Actor, password: string): Promise<void> {
    await this.#demandPassword(actor, password, 'password');
    await store.setSecondFactor(this.#ground.pool, actor.id, null);
    this.forget();
    await this.#log(actor, 'second-factor.remove', actor.id);
  }

  async #demandPassword(actor: Actor, password: string, path: string): Promise<store.Credential> {
    const now = this.#ground.clock.now();
    const found = await store.credentialOf(this.#ground.pool, actor.id);
    this.#refuseWhileLocked(found, '', now);
    if (found && (await passwordFits(found.passwordHash, password))) return found;
    await this.#countFailure(found, '', now);
    const message = '现在的密码不对';
    throw new Refusal('sign-in-failed', {
      detail: message,
      faults: [{ path, code: 'wrong', message }],
    });
  }

  /** Drops what is remembered of sessions: roles, revocations and departures count from the next request on. */
  forget(): void {
    this.#cache.clear();
  }

  #log(actor: Actor, action: string, subjectId: string): Promise<void> {
    return transact(this.#ground, actor, '登录与安全', async (work) => {
      work.audit({ action, subject: 'session', subjectId });
    });
  }
}
