import type { Command } from 'commander';
import { rotateKeys } from '../../platform/keys/rotate.ts';
import { withPool } from '../../platform/pool.ts';
import { reachMigrated, say } from './reach.ts';

/** Adds `qzt rotate-keys`: a new master key, and every data key under it. */
export function addRotateKeys(program: Command): void {
  program
    .command('rotate-keys')
    .description('换主密钥:生成新的一把,把所有数据密钥改用它保护。中断后再运行会接着做,系统不用停')
    .action(() =>
      reachMigrated(async ({ config, owner }) => {
        const done = await withPool(owner, (pool) =>
          rotateKeys(pool, config.keysDir, (count) => say(`已改用新密钥 ${count} 个`)),
        );
        say(`完成:${done.rewrapped} 个数据密钥已由第 ${done.to} 号主密钥保护`);
        say(
          done.unused.length === 0
            ? '没有闲置的旧主密钥。'
            : `第 ${done.unused.join('、')} 号主密钥已不再使用,仍留在密钥文件里,以便打开旧的密钥备份。`,
        );
        say('请马上重新备份一次:旧的密钥备份打不开新的数据备份。');
      }),
    );
}
