import { sessionEndpoints as endpoints } from '@qzt/contract/org';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type MountOptions, mount } from '../../platform/http/mount.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Sessions } from './session.service.ts';

const COOKIE = 'qzt_session';

const deviceOf = (agent: string | undefined): string => (agent ?? '没有说明的程序').slice(0, 200);

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
    const signedIn = await sessions.find(request.cookies[COOKIE] ?? '');
    if (signedIn === undefined) throw new Refusal('session-required');
    return sessions.fullView(signedIn);
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
