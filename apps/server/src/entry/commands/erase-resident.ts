import type { Command } from 'commander';
import { eraseResident } from '../../features/household/index.ts';
import { systemClock } from '../../platform/clock.ts';
import { readKeyring } from '../../platform/keys/index.ts';
import { withPool } from '../../platform/pool.ts';
import { CommandError } from './command-error.ts';
import { reachMigrated, say } from './reach.ts';

interface Options {
  readonly id: string;
  readonly basis: string;
}

/** Adds `qzt erase-resident`: destroys the key of everything about a person. */
export function addEraseResident(program: Command): void {
  program
    .command('erase-resident')
    .description('按请求抹除一位居民的个人信息:销毁其密钥,不能撤销。办件的编号和时间保留')
    .requiredOption('--id <uuid>', '居民的编号')
    .requiredOption('--basis <words>', '依据,例如“本人申请 2026-031”(不要写姓名)')
    .action(({ id, basis }: Options) =>
      reachMigrated(async ({ config, owner }) => {
        const keyring = await readKeyring(config.keysDir);
        const erased = await withPool(owner, (pool) =>
          eraseResident({ pool, keyring, clock: systemClock }, id, basis),
        );
        if (!erased) throw new CommandError('没有这位居民,或者已经抹除过。请核对编号。');
        say('已抹除。请保留之后的密钥备份:恢复旧备份时要用 --erased-from 带上它。');
      }),
    );
}
