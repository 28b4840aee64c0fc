import { v7 as uuidv7 } from 'uuid';
import type { Unit } from '../../platform/actor.ts';
import { jobActor } from '../../platform/job-actor.ts';
import { wrongField } from '../../platform/refusal.ts';
import { type Ground, transact, violated } from '../../platform/transact.ts';
import { Directory } from './directory.ts';
import { refuseGuessable } from './first-password.ts';
import { hashPassword } from './password.ts';
import { rolesFor } from './posts.ts';
import { insertStaff } from './staff.store.ts';

export interface NewAdmin {
  readonly username: string;
  readonly name: string;
  readonly orgCode: string;
  readonly roles: readonly string[];
  readonly password: string;
}

const USERNAME = /^[a-z][a-z0-9._-]{2,39}$/;
const SHORTEST_PASSWORD = 10;

/**
 * Makes an account from the command line, where nobody is signed in: the first of an installation, or one more when all
 * others are locked out. Errors: `invalid-input` with the field.
 */
export async function createAdmin(ground: Ground, input: NewAdmin): Promise<Unit> {
  const { username, password, orgCode } = input;
  const name = input.name.trim();
  if (!USERNAME.test(username))
    throw wrongField('username', '用户名用小写字母开头,3 到 40 位字母或数字');
  if (name === '' || name.length > 40) throw wrongField('name', '请填写姓名(不超过 40 字)');
  if (password.length < SHORTEST_PASSWORD) throw wrongField('password', '密码至少 10 个字符');
  refuseGuessable(password, username, 'password');
  const units = await new Directory(ground.pool).units();
  const unit = [...units.values()].find(({ code, practice }) => code === orgCode && !practice);
  if (unit === undefined)
    throw wrongField('org', `没有代码为 ${orgCode} 的组织。还没有组织时,请先在浏览器打开 /setup`);
  const roles = rolesFor(input.roles, unit.kind);
  const passwordHash = await hashPassword(password);
  const id = uuidv7();
  try {
    await transact(ground, jobActor(unit), '命令行建立账号', async (work) => {
      insertStaff(work, {
        id,
        orgId: unit.id,
        username,
        name,
        leader: false,
        roles,
        serviceLines: [],
        passwordHash,
      });
      work.audit({ action: 'staff.create', subject: 'staff', subjectId: id });
    });
  } catch (error) {
    if (violated(error, 'credential_username_key'))
      throw wrongField('username', `用户名 ${username} 已有人用,请换一个`);
    throw error;
  }
  return unit;
}
