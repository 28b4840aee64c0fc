import { sessionEndpoints as endpoints, WORLD_HEADER } from '@qzt/contract/org';
import { practiceEndpoints } from '@qzt/contract/practice';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/actor.ts';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Sessions, SignedIn } from './session.service.ts';

const COOKIE = 'qzt_session';

/** What ends a session or changes where it acts, whatever a window believes. */
const SWITCHES: ReadonlySet<string> = new Set([
  endpoints.signOut.path,
  practiceEndpoints.switchPractice.path,
]);

/** The session behind a request's cookie. Errors: `session-required`. */
export async function signedInBy(request: FastifyRequest, sessions: Sessions): Promise<SignedIn> {
  const signedIn = await sessions.find(request.cookies[COOKIE] ?? '');
  if (signedIn === undefined) throw new Refusal('session-required');
  return signedIn;
}

const deviceOf = (agent: string | undefined): string => (agent ?? '没有说明的程序').slice(0, 200);

/**
 * A window that was opened before another one of the same browser began or ended practising believes to write where it
 * does not: what a resident said must not vanish into practice, nor an exercise stand among real cases. A program that
 * does not say what it believes is not held to it. Errors: `not-permitted`.
 */
function refuseOtherWorld(
  believed: string | readonly string[] | undefined,
  method: string,
  actor: Actor,
): void {
  const practises = actor.practiceOf !== undefined;
  if (believed === undefined || method === 'GET' || believed === (practises ? 'yes' : 'no')) return;
  throw new Refusal('not-permitted', {
    detail: practises
      ? '这台电脑的另一个窗口进入了演练,这一步没有存。请先刷新这个窗口;写的内容还在'
      : '这台电脑的另一个窗口结束了演练,这一步没有存。请先刷新这个窗口',
  });
}

/** Signing in and out, sessions, password and second factor; and the guard before every endpoint that is not open. */
export function sessionRoutes(
  app: FastifyInstance,
  sessions: Sessions,
  options: MountOptions & { readonly secure: boolean },
): void {
  const setCookie = (reply: FastifyReply, token: string, expires: Date) =>
    reply.setCookie(COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: options.secure,
      expires,
    });

  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.open !== false) return;
    const token = request.cookies[COOKIE];
    const signedIn = token === undefined ? undefined : await sessions.find(token);
    if (signedIn === undefined) throw new Refusal('session-required');
    if (!SWITCHES.has(request.routeOptions.url ?? ''))
      refuseOtherWorld(request.headers[WORLD_HEADER], request.method, signedIn.actor);
    request.actor = signedIn.actor;
    request.sessionId = signedIn.sessionId;
  });

  mount(app, endpoints.signIn, options, async ({ body, request, reply }) => {
    const { token, signedIn } = await sessions.signIn(
      body,
      deviceOf(request.headers['user-agent']),
    );
    setCookie(reply, token, signedIn.session.expiresAt);
    return sessions.fullView(signedIn);
  });
  mount(app, endpoints.whoAmI, options, async ({ request }) => {
    return sessions.fullView(await signedInBy(request, sessions));
  });
  mount(app, endpoints.signOut, options, async ({ actor, request, reply }) => {
    if (request.sessionId) await sessions.end(actor, request.sessionId);
    reply.clearCookie(COOKIE, { path: '/' });
  });
  mount(app, endpoints.listSessions, options, ({ actor, request }) =>
    sessions.list(actor, request.sessionId),
  );
  mount(app, endpoints.revokeSession, options, ({ actor, params }) =>
    sessions.end(actor, params.id),
  );
  mount(app, endpoints.changePassword, options, ({ actor, body, request }) =>
    sessions.changePassword(actor, request.sessionId, body.current, body.next),
  );
  mount(app, endpoints.beginSecondFactor, options, ({ actor, body }) =>
    sessions.beginSecondFactor(actor, body.password),
  );
  mount(app, endpoints.confirmSecondFactor, options, ({ actor, body }) =>
    sessions.confirmSecondFactor(actor, body.code),
  );
  mount(app, endpoints.removeSecondFactor, options, ({ actor, body }) =>
    sessions.removeSecondFactor(actor, body.password),
  );
}
