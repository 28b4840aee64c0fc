import { z } from 'zod';

/**
 * Every error code that leaves the server, with its HTTP status and its Chinese title. The title says what to do.
 * The list is closed: a screen may switch on it.
 */
export const PROBLEMS = {
  malformed: { status: 400, title: '请求格式不对,请刷新页面再试' },
  'idempotency-key-required': { status: 400, title: '请求缺少防重复编号,请刷新页面再试' },
  'session-required': { status: 401, title: '请先登录' },
  'sign-in-failed': { status: 401, title: '用户名或密码不对,请再试一次' },
  'not-permitted': { status: 403, title: '您的岗位不能做这一步,请找有权限的同事' },
  'not-found': { status: 404, title: '没有找到,请检查编号或地址' },
  'version-conflict': { status: 409, title: '这份记录刚被别人改过,请看新内容再保存' },
  'idempotency-mismatch': { status: 409, title: '同一个防重复编号发来了不同内容,请刷新页面再试' },
  'idempotency-busy': { status: 409, title: '上一次提交还在处理,请稍等几秒' },
  'id-exists': { status: 409, title: '这个编号已经有记录了,请打开已有的记录' },
  'transition-not-allowed': { status: 409, title: '办件现在的状态不能做这一步,请看可做的操作' },
  'too-large': { status: 413, title: '内容太大,请减少后再提交' },
  'unsupported-media': { status: 415, title: '不支持这种格式,请用 JSON 提交' },
  'invalid-input': { status: 422, title: '有内容填得不对,请按提示修改' },
  'version-required': { status: 428, title: '缺少版本号,请刷新后再保存' },
  'slow-down': { status: 429, title: '操作太快,请稍等再试' },
  internal: { status: 500, title: '没有办成,已记下原因,请稍后再试或告诉管理员' },
  'not-ready': { status: 503, title: '服务正在准备,请稍后再试' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  detail: z.string().optional(),
  traceId: z.string(),
  current: z.object({ version: z.int() }).optional(),
  fields: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
