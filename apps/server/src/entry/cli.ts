import module from 'node:module';
import { Command } from 'commander';
import { readConfig } from '../platform/config.ts';
import { makeLog } from '../platform/log.ts';
import { speakChinese } from './chinese-help.ts';
import { addBackup } from './commands/backup.ts';
import { addCreateAdmin } from './commands/create-admin.ts';
import { addEraseResident } from './commands/erase-resident.ts';
import { addGenerate } from './commands/generate.ts';
import { addMigrate } from './commands/migrate.ts';
import { addRestore } from './commands/restore.ts';
import { addRotateKeys } from './commands/rotate-keys.ts';
import { addVerifyAudit } from './commands/verify-audit.ts';
import { sayFailure } from './fail.ts';

module.enableCompileCache();

const program = speakChinese(new Command('qzt'))
  .description('全走通:安装、启动和维护')
  .exitOverride();

program
  .command('start')
  .description('启动服务(网页、接口和后台任务)')
  .action(async () => {
    const { start } = await import('./start.ts');
    const config = readConfig(process.env);
    await start(config, makeLog(config.logLevel));
  });

for (const add of [
  addMigrate,
  addBackup,
  addRestore,
  addVerifyAudit,
  addCreateAdmin,
  addRotateKeys,
  addEraseResident,
  addGenerate,
])
  add(program);

program.parseAsync().catch((error: Error) => {
  process.exit(sayFailure(error));
});
