import { z } from 'zod';
import { endpoint, Id } from '../shared/index.ts';

const Unit = z.object({
  id: z.string(),
  kind: z.enum(['district', 'subdistrict', 'committee', 'department', 'centre']),
  name: z.string(),
  code: z.string(),
});

/**
 * What a window believes of its session: `yes` where it shows practice, `no` where it does not. A write that comes with
 * the wrong belief is refused (`not-permitted`).
 */
export const WORLD_HEADER = 'qzt-practice';

/** Who is signed in and what that person may do. */
export const SessionView = z.object({
  id: z.string(),
  staff: z.object({
    id: z.string(),
    username: z.string(),
    name: z.string(),
    leader: z.boolean(),
    roles: z.array(z.string()),
    serviceLines: z.array(z.string()),
  }),
  org: Unit,
  /** Whether the person practises: `org` and `staff` are then those of practice, and nothing counts. */
  practice: z.boolean(),
  committees: z.array(Unit),
  permissions: z.array(z.string()),
  secondFactor: z.boolean(),
  expiresAt: z.string(),
});
export type SessionView = z.infer<typeof SessionView>;

export const sessionEndpoints = {
  signIn: endpoint({
    method: 'POST',
    path: '/api/v1/session',
    summary: '登录',
    description:
      'Signs in and sets the session cookie (HttpOnly, SameSite=Lax). After repeated failures the account, not the address, waits. `code` where the account has a second factor.',
    body: z.strictObject({
      username: z.string().trim().min(1, { message: '请输入用户名' }).max(64),
      password: z.string().min(1, { message: '请输入密码' }).max(256),
      code: z
        .string()
        .trim()
        .regex(/^\d{6}$/, { message: '动态码是 6 位数字' })
        .optional(),
    }),
    status: 200,
    answer: SessionView,
    open: true,
    problems: ['sign-in-failed', 'invalid-input', 'slow-down'],
  }),
  whoAmI: endpoint({
    method: 'GET',
    path: '/api/v1/session',
    summary: '我是谁,能做什么',
    description: 'The session of the cookie, with its permissions.',
    status: 200,
    answer: SessionView,
    problems: ['session-required'],
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/api/v1/session',
    summary: '退出登录',
    description: 'Ends this session and clears the cookie.',
    status: 204,
    problems: [],
  }),
  listSessions: endpoint({
    method: 'GET',
    path: '/api/v1/sessions',
    summary: '我登录着的设备',
    description: 'The caller’s live sessions.',
    status: 200,
    answer: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          device: z.string(),
          createdAt: z.string(),
          lastSeenAt: z.string(),
          current: z.boolean(),
        }),
      ),
    }),
    problems: ['session-required'],
  }),
  revokeSession: endpoint({
    method: 'DELETE',
    path: '/api/v1/sessions/:id',
    summary: '让一台设备退出',
    description: 'Ends one of the caller’s own sessions.',
    params: z.strictObject({ id: Id }),
    status: 204,
    problems: ['session-required', 'not-found'],
  }),
  changePassword: endpoint({
    method: 'PUT',
    path: '/api/v1/session/password',
    summary: '改密码',
    description: 'Changes the caller’s password and ends every other session.',
    body: z.strictObject({
      current: z.string().min(1).max(256),
      next: z.string().min(10, { message: '新密码至少 10 个字符' }).max(256),
    }),
    status: 204,
    problems: ['session-required', 'sign-in-failed', 'invalid-input'],
  }),
  beginSecondFactor: endpoint({
    method: 'PUT',
    path: '/api/v1/session/second-factor',
    summary: '开始设置动态码',
    description: 'Makes a new secret for a one-time-password app; it counts once confirmed.',
    body: z.strictObject({ password: z.string().min(1).max(256) }),
    status: 200,
    answer: z.object({ secret: z.string(), uri: z.string() }),
    problems: ['session-required', 'sign-in-failed'],
  }),
  confirmSecondFactor: endpoint({
    method: 'PATCH',
    path: '/api/v1/session/second-factor',
    summary: '确认动态码',
    description: 'Turns the second factor on after one right code.',
    body: z.strictObject({ code: z.string().regex(/^\d{6}$/, { message: '动态码是 6 位数字' }) }),
    status: 204,
    problems: ['session-required', 'sign-in-failed'],
  }),
  removeSecondFactor: endpoint({
    method: 'DELETE',
    path: '/api/v1/session/second-factor',
    summary: '关闭动态码',
    description: 'Turns the second factor off; asks for the password.',
    body: z.strictObject({ password: z.string().min(1).max(256) }),
    status: 204,
    problems: ['session-required', 'sign-in-failed'],
  }),
} as const;

export { Unit };
