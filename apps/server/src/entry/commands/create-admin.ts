import type { Command } from 'commander';
import { createAdmin } from '../../features/org/index.ts';
import { systemClock } from '../../platform/clock.ts';
import { readKeyring } from '../../platform/keys/index.ts';
import { withPool } from '../../platform/pool.ts';
import { askPassword } from './ask-password.ts';
import { reachMigrated, say } from './reach.ts';

interface Options {
  readonly username: string;
  readonly name: string;
  readonly org: string;
  readonly role: string[];
}

/** Adds `qzt create-admin`. The password never stands in the arguments: those are seen by every user of the machine. */
export function addCreateAdmin(program: Command): void {
  program
    .command('create-admin')
    .description('建立一个管理账号。密码在终端里输入,或从标准输入读第一行')
    .requiredOption('--username <name>', '登录用的用户名:小写字母开头')
    .requiredOption('--name <name>', '姓名')
    .requiredOption('--org <code>', '所属组织的短代码')
    .requiredOption('--role <roles...>', '岗位,例如 subdistrictAdmin、districtAdmin、auditor、head')
    .action(({ username, name, org, role }: Options) =>
      reachMigrated(async ({ config, owner }) => {
        const keyring = await readKeyring(config.keysDir);
        const password = await askPassword();
        const unit = await withPool(owner, (pool) =>
          createAdmin(
            { pool, keyring, clock: systemClock },
            { username, name, orgCode: org, roles: role, password },
          ),
        );
        say(`已建立账号 ${username}(${name}),属于${unit.name}`);
      }),
    );
}
