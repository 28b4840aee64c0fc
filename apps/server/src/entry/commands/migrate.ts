import type { Command } from 'commander';
import { migrateDatabase } from '../../platform/database.ts';
import { reach, say } from './reach.ts';

/** Adds `qzt migrate`: brings the schema forward without starting the product. */
export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('把数据库升级到本程序的版本(启动时会自动做;可重复运行)')
    .action(() =>
      reach(async ({ owner }) => {
        const { applied, version } = await migrateDatabase(owner);
        for (const name of applied) say(`已执行 ${name}`);
        say(`数据库已是第 ${version} 版`);
      }),
    );
}
