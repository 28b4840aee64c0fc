import { restore } from '@qzt/db/backup';
import type { Command } from 'commander';
import { filesDirOf, reach, say } from './reach.ts';

interface Options {
  readonly from: string;
  readonly keysFrom: string;
  readonly erasedFrom?: string[];
}

/** Adds `qzt restore`: a backup into an empty installation. */
export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('恢复:把备份装进一个空的位置(用 DATA_DIR 或 DATABASE_URL 指定),不会覆盖已有数据')
    .requiredOption('--from <folder>', '备份的数据文件夹')
    .requiredOption('--keys-from <folder>', '同一次备份的密钥文件夹')
    .option('--erased-from <folders...>', '更晚的密钥备份:那时已抹除的人不会被恢复回来')
    .action(({ from, keysFrom, erasedFrom = [] }: Options) =>
      reach(async ({ config, owner }) => {
        const done = await restore({
          connection: owner,
          from,
          keysFrom,
          erasedFrom,
          filesDir: filesDirOf(config),
          keysDir: config.keysDir,
        });
        say(`恢复完成:${done.rows} 行,${done.files} 个文件,数据库第 ${done.version} 版`);
        if (done.erased > 0) say(`按名单再次抹除了 ${done.erased} 个密钥`);
        say('建议接着运行 verify-audit 核对操作日志,再启动。');
      }),
    );
}
