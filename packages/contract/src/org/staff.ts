import { z } from 'zod';
import { endpoint, Id, textOf } from '../shared/index.ts';
import { Unit } from './session.ts';

/** Roles and lines are lists of the domain; the server checks them against the one permission table. */
const StaffFields = {
  name: textOf(40),
  leader: z.boolean(),
  roles: z.array(z.string().max(40)).min(1, { message: '请至少选一个岗位' }).max(10),
  serviceLines: z.array(z.string().max(20)).max(14),
};

const Username = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9._-]{2,39}$/, { message: '用户名用小写字母开头,3 到 40 位字母或数字' });

const Password = z.string().min(10, { message: '密码至少 10 个字符' }).max(256);

export const StaffView = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  org: Unit,
  leader: z.boolean(),
  roles: z.array(z.string()),
  serviceLines: z.array(z.string()),
  leftAt: z.string().nullable(),
  openCases: z.int(),
  version: z.int(),
});
export type StaffView = z.infer<typeof StaffView>;

export const OrgNode = Unit.extend({ parentId: z.string().nullable(), version: z.int() });
export type OrgNode = z.infer<typeof OrgNode>;

export const staffEndpoints = {
  listOrg: endpoint({
    method: 'GET',
    path: '/api/v1/org',
    summary: '组织架构',
    description:
      'The organisations that the caller may name: their own branch, and the offices a case can be referred to.',
    status: 200,
    answer: z.object({ items: z.array(OrgNode) }),
    problems: ['session-required'],
  }),
  createUnit: endpoint({
    method: 'POST',
    path: '/api/v1/org',
    summary: '新增组织',
    description:
      'Adds a committee, department or service centre below an organisation that the caller manages.',
    body: z.strictObject({
      id: Id,
      parentId: Id,
      kind: z.enum(['subdistrict', 'committee', 'department', 'centre']),
      name: textOf(60),
      code: z.string().regex(/^[a-z0-9-]{2,20}$/, { message: '短代码用小写字母和数字' }),
    }),
    status: 201,
    answer: OrgNode,
    writes: true,
    problems: ['not-permitted', 'not-found', 'id-exists', 'invalid-input'],
  }),
  listStaff: endpoint({
    method: 'GET',
    path: '/api/v1/staff',
    summary: '工作人员',
    description:
      'The people of the caller’s organisation, and of those below it for an administrator.',
    query: z.strictObject({ orgId: Id.optional() }),
    status: 200,
    answer: z.object({ items: z.array(StaffView) }),
    problems: ['not-permitted', 'not-found'],
  }),
  createStaff: endpoint({
    method: 'POST',
    path: '/api/v1/staff',
    summary: '新增工作人员',
    description:
      'Adds a person with a sign-in. The first password is told to the person by whoever adds them.',
    body: z.strictObject({
      id: Id,
      orgId: Id,
      username: Username,
      password: Password,
      ...StaffFields,
    }),
    status: 201,
    answer: StaffView,
    writes: true,
    problems: ['not-permitted', 'not-found', 'id-exists', 'invalid-input'],
  }),
  changeStaff: endpoint({
    method: 'PATCH',
    path: '/api/v1/staff/:id',
    summary: '修改工作人员',
    description:
      'Changes name, roles, lines or the leader flag. Takes effect at the next request of that person.',
    params: z.strictObject({ id: Id }),
    body: z.strictObject(StaffFields).partial(),
    status: 200,
    answer: StaffView,
    versioned: true,
    problems: [
      'not-permitted',
      'not-found',
      'version-conflict',
      'version-required',
      'invalid-input',
    ],
  }),
  resetPassword: endpoint({
    method: 'PUT',
    path: '/api/v1/staff/:id/password',
    summary: '重设密码',
    description:
      'Sets a new first password for somebody else, who is told it in person. Ends that person’s sessions and clears a lock-out. One’s own password is changed with the present one.',
    params: z.strictObject({ id: Id }),
    body: z.strictObject({ password: Password }),
    status: 204,
    problems: ['not-permitted', 'not-found', 'invalid-input', 'slow-down'],
  }),
  leave: endpoint({
    method: 'POST',
    path: '/api/v1/staff/:id/leave',
    summary: '离岗并移交',
    description:
      'A worker leaves: sign-in ends, and everything open goes to `handOverTo` of the same committee, each case with its own event; nothing stays behind with nobody.',
    params: z.strictObject({ id: Id }),
    body: z.strictObject({ handOverTo: Id.optional(), reason: textOf(200) }),
    status: 201,
    answer: z.object({ staff: StaffView, handedOver: z.int() }),
    writes: true,
    versioned: true,
    problems: [
      'not-permitted',
      'not-found',
      'version-conflict',
      'version-required',
      'invalid-input',
    ],
  }),
} as const;
