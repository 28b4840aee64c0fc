import { z } from 'zod';
import { endpoint, textOf } from '../shared/index.ts';

/** The first subdistrict of an empty installation. */
export const setupEndpoints = {
  setupState: endpoint({
    method: 'GET',
    path: '/api/v1/setup',
    summary: '是否需要初始设置',
    description:
      'Whether the installation is still empty, whether it runs on demonstration data, and how far that has been filled.',
    status: 200,
    answer: z.object({
      empty: z.boolean(),
      demonstration: z.boolean(),
      filling: z.object({ done: z.int(), of: z.int() }).nullable(),
    }),
    open: true,
    problems: ['not-ready'],
  }),
  setup: endpoint({
    method: 'POST',
    path: '/api/v1/setup',
    summary: '建立第一个街镇',
    description:
      'Makes the district, the first subdistrict and its administrator. Works once, on an empty installation, with the one-time code that the server prints at its start.',
    body: z.strictObject({
      code: z.string().trim().min(1, { message: '请输入服务器启动时显示的设置码' }).max(40),
      district: textOf(40),
      subdistrict: textOf(40),
      administrator: z.strictObject({
        name: textOf(40),
        username: z
          .string()
          .trim()
          .regex(/^[a-z][a-z0-9._-]{2,39}$/, {
            message: '用户名用小写字母开头,3 到 40 位字母或数字',
          }),
        password: z.string().min(10, { message: '密码至少 10 个字符' }).max(256),
      }),
      committees: z.array(textOf(40)).min(1, { message: '请至少填一个居委会' }).max(80),
    }),
    status: 201,
    answer: z.object({ subdistrictId: z.string() }),
    open: true,
    writes: true,
    problems: ['not-permitted', 'invalid-input'],
  }),
} as const;
