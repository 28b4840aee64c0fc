import { backup } from '@qzt/db/backup';
import type { Command } from 'commander';
import { filesDirOf, reach, say } from './reach.ts';

interface Options {
  readonly to: string;
  readonly keysTo: string;
}

/** Adds `qzt backup`: data and files to one folder, keys to another. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description(
      '备份:数据和文件放进一个新文件夹,密钥放进另一个(两者要分开保管)。系统运行时也可以备份',
    )
    .requiredOption('--to <folder>', '放数据和文件的新文件夹')
    .requiredOption('--keys-to <folder>', '放密钥的新文件夹,最好在另一个存储设备上')
    .action(({ to, keysTo }: Options) =>
      reach(async ({ config, owner }) => {
        const done = await backup({
          connection: owner,
          to,
          keysTo,
          filesDir: filesDirOf(config),
          keysDir: config.keysDir,
        });
        say(`备份完成:${done.tables} 张表,${done.rows} 行,${done.files} 个文件(编号 ${done.id})`);
        say(`数据 ${to}`);
        say(`密钥 ${keysTo} —— 没有密钥就打不开数据,请与数据分开保管`);
      }),
    );
}
