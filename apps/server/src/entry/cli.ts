import module from 'node:module';
import { Command } from 'commander';
import { ConfigError, readConfig } from '../platform/config.ts';
import { makeLog } from '../platform/log.ts';

module.enableCompileCache();

const program = new Command('qzt')
  .description('全走通:安装、启动和维护')
  .showHelpAfterError('(加 --help 看用法)');

program
  .command('start')
  .description('启动服务(网页、接口和后台任务)')
  .action(async () => {
    const { start } = await import('./start.ts');
    const config = readConfig(process.env);
    await start(config, makeLog(config.logLevel));
  });

program.parseAsync().catch((error: Error) => {
  const forPeople =
    error instanceof ConfigError || error.name === 'LaunchError' || error.name === 'KeyringError';
  process.stderr.write(`${forPeople ? error.message : (error.stack ?? error.message)}\n`);
  process.exit(1);
});
