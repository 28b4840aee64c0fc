import { createHash, randomBytes } from 'node:crypto';
import type { SessionView } from '@qzt/contract/org';
import QuickLRU from 'quick-lru';
import { type Actor, accountOf } from '../../platform/actor.ts';
import { newId } from '../../platform/random.ts';
import { Refusal } from '../../platform/refusal.ts';
import { toOffset } from '../../platform/time.ts';
import { type Ground, transact, type Work } from '../../platform/transact.ts';
import { actorOf } from './actor-of.ts';
import type { Directory } from './directory.ts';
import { refuseGuessable } from './first-password.ts';
import { hashPassword, passwordFits } from './password.ts';
import { newSecret, sealSecret, stepOfCode } from './second-factor.ts';
import * as store from './session.store.ts';
import { SignInGuard } from './sign-in-guard.ts';

/** A working day and the evening after it; whoever comes back next morning signs in again. */
const SESSION_HOURS = 14;
/** How long a session stays in memory: the longest time that a revocation by another process goes unseen. */
const CACHE_MS = 5_000;
const TOUCH_MS = 60_000;

export interface SignedIn {
  readonly sessionId: string;
  readonly actor: Actor;
  readonly session: store.LiveSession;
}

const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

const WRONG_CODE = '动态码不对或已用过,请等下一个';

const codeRefused = (message: string): Refusal =>
  new Refusal('sign-in-failed', {
    detail: message,
    faults: [{ path: 'code', code: 'second-factor', message }],
  });

/** The account is real and a second self has none. Errors: `not-permitted`. */
function refuseInPractice(actor: Actor): void {
  if (actor.practiceOf !== undefined)
    throw new Refusal('not-permitted', { detail: '演练里不改密码和动态码,请先按“结束演练”' });
}

export class Sessions {
  readonly #ground: Ground;
  readonly #directory: Directory;
  readonly #cache = new QuickLRU<string, SignedIn>({ maxSize: 5_000, maxAge: CACHE_MS });
  readonly #guard: SignInGuard;

  constructor(ground: Ground, directory: Directory) {
    this.#ground = ground;
    this.#directory = directory;
    this.#guard = new SignInGuard(ground, directory);
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
    const attempt = await this.#guard.admit(found, username, now);
    if (!(await passwordFits(found?.passwordHash, input.password)) || found === undefined) {
      await this.#guard.failed(attempt);
      throw new Refusal('sign-in-failed');
    }
    const needsCode = found.totpConfirmed && found.totpSecret;
    if (needsCode && input.code === undefined) {
      await this.#guard.release(attempt);
      throw codeRefused('请输入手机上的 6 位动态码');
    }
    const step = needsCode && (await this.#stepOf(found, found.totpSecret, input.code, now));
    try {
      if (needsCode && !step) throw codeRefused(WRONG_CODE);
      return await this.#open(found, device, now, step || undefined);
    } catch (error) {
      if (error instanceof Refusal) await this.#guard.failed(attempt);
      throw error;
    }
  }

  #stepOf(found: store.Credential, sealed: Buffer | null, code: string | undefined, now: Date) {
    if (sealed === null || code === undefined) return undefined;
    return stepOfCode(this.#ground.keyring, found.staffId, sealed, code, now);
  }

  /** Errors: `sign-in-failed` when the time step of the code was spent before. */
  async #open(
    person: store.Person & { totpConfirmed: boolean },
    device: string,
    now: Date,
    step: number | undefined,
  ) {
    const token = randomBytes(32).toString('base64url');
    const id = newId();
    const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
    const { staffId } = person;
    const actor = await actorOf(person, this.#directory);
    await this.#write(actor, 'session.begin', id, async (work) => {
      if (step !== undefined && !(await store.spendStep(work, staffId, step)))
        throw codeRefused(WRONG_CODE);
      store.clearFailures(work, staffId);
      store.insertSession(work, { id, staffId, tokenHash: hashToken(token), device, expiresAt });
    });
    const session = {
      ...person,
      id,
      expiresAt,
      lastSeenAt: now,
      secondFactor: person.totpConfirmed,
      accountId: staffId,
    };
    return { token, signedIn: { sessionId: id, actor, session } };
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
    const actor = await actorOf(session, this.#directory);
    const practises = session.accountId !== session.staffId;
    const signedIn = {
      sessionId: session.id,
      actor: practises ? { ...actor, practiceOf: session.accountId } : actor,
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
      practice: actor.practiceOf !== undefined,
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
    const rows = await store.liveSessions(
      this.#ground.pool,
      accountOf(actor),
      this.#ground.clock.now(),
    );
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
    await this.#write(actor, 'session.end', id, async (work) => {
      if (!(await store.endSession(work, accountOf(actor), id))) throw new Refusal('not-found');
    });
    this.forget();
  }

  /**
   * From the next request on the session acts as a second self of the person, in the practice committee; null: as himself
   * again. Errors: `session-required` where the session has ended meanwhile.
   */
  async practiseAs(signedIn: SignedIn, practiceStaffId: string | null): Promise<void> {
    const { actor, session, sessionId } = signedIn;
    const act = practiceStaffId === null ? 'practice.end' : 'practice.begin';
    await this.#write(actor, act, sessionId, async (work) => {
      if (!(await store.switchSession(work, session.accountId, sessionId, practiceStaffId)))
        throw new Refusal('session-required');
    });
    this.forget();
  }

  /** Errors: `sign-in-failed` when the present password is wrong. */
  async changePassword(
    actor: Actor,
    keep: string | null,
    current: string,
    next: string,
  ): Promise<void> {
    const { username } = await this.#demandPassword(actor, current, 'current');
    refuseGuessable(next, username, 'next');
    const hash = await hashPassword(next);
    await this.#write(actor, 'password.change', actor.id, async (work) => {
      store.setPasswordHash(work, actor.id, hash);
      store.endOtherSessions(work, actor.id, keep);
    });
    this.forget();
  }

  /** A second factor that counts goes on counting until the new one is confirmed. */
  async beginSecondFactor(
    actor: Actor,
    password: string,
  ): Promise<{ secret: string; uri: string }> {
    const credential = await this.#demandPassword(actor, password, 'password');
    const made = newSecret(credential.username);
    const sealed = sealSecret(this.#ground.keyring, actor.id, made.secret);
    await this.#write(actor, 'second-factor.begin', actor.id, async (work) => {
      store.setPendingFactor(work, actor.id, sealed);
    });
    return made;
  }

  async confirmSecondFactor(actor: Actor, code: string): Promise<void> {
    refuseInPractice(actor);
    const { pool, keyring, clock } = this.#ground;
    const pending = (await store.credentialOf(pool, actor.id))?.totpPending;
    const step = pending && (await stepOfCode(keyring, actor.id, pending, code, clock.now()));
    const wrong = () =>
      new Refusal('sign-in-failed', { detail: '动态码不对,请看手机时间是否准确,再输入一次' });
    if (!step) throw wrong();
    await this.#write(actor, 'second-factor.confirm', actor.id, async (work) => {
      if (!(await store.confirmSecondFactor(work, actor.id, pending, step))) throw wrong();
    });
    this.forget();
  }

  async removeSecondFactor(actor: Actor, password: string): Promise<void> {
    await this.#demandPassword(actor, password, 'password');
    await this.#write(actor, 'second-factor.remove', actor.id, async (work) => {
      store.removeSecondFactor(work, actor.id);
    });
    this.forget();
  }

  async #demandPassword(actor: Actor, password: string, path: string): Promise<store.Credential> {
    refuseInPractice(actor);
    const found = await store.credentialOf(this.#ground.pool, actor.id);
    if (found === undefined) throw new Refusal('session-required');
    const attempt = await this.#guard.admit(found, found.username, this.#ground.clock.now());
    if (await passwordFits(found.passwordHash, password)) {
      await this.#guard.release(attempt);
      return found;
    }
    await this.#guard.failed(attempt);
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

  /** What is written, and its entry in the log, in one transaction. */
  #write(
    actor: Actor,
    action: string,
    subjectId: string,
    act: (work: Work) => Promise<void>,
  ): Promise<void> {
    return transact(this.#ground, actor, '登录与安全', async (work) => {
      await act(work);
      work.audit({ action, subject: 'session', subjectId });
    });
  }
}
