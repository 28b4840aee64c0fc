import type { Command } from 'commander';
import { type ChainReport, verifyAudit } from '../../platform/audit/index.ts';
import { withPool } from '../../platform/pool.ts';
import { spokenTime } from '../../platform/time.ts';
import { CommandError } from './command-error.ts';
import { reachMigrated, say } from './reach.ts';

/** Adds `qzt verify-audit`: exit 0 when every chain holds, 1 when one is broken. */
export function addVerifyAudit(program: Command): void {
  program
    .command('verify-audit')
    .description('核对操作日志:有没有被改动、删除或插入,还有多少条没有封存。发现问题时退出码为 1')
    .option('--org <code>', '只核对一个组织(它的短代码)')
    .action(({ org }: { org?: string }) =>
      reachMigrated(async ({ owner }) => {
        const reports = await withPool(owner, (pool) => verifyAudit(pool, org));
        if (reports === undefined) throw new CommandError(`没有代码为 ${org} 的组织,请检查。`);
        const used = reports.filter(
          ({ seals, unsealed, broken }) => seals + unsealed > 0 || broken,
        );
        for (const report of used) say(lineOf(report));
        const broken = reports.filter((report) => report.broken !== null);
        const total = (pick: (report: ChainReport) => number) =>
          reports.reduce((sum, report) => sum + pick(report), 0);
        say(
          `共 ${used.length} 个组织:已封存 ${total((one) => one.sealed)} 条,未封存 ${total((one) => one.unsealed)} 条,${broken.length === 0 ? '全部完整' : `${broken.length} 个组织的日志有问题`}`,
        );
        if (broken.length > 0) process.exitCode = 1;
      }),
    );
}

/** The head is worth writing down elsewhere: a chain that was cut off at its end no longer has it. */
function lineOf(report: ChainReport): string {
  const { code, name, seals, sealed, unsealed, unsealedSince, head, broken } = report;
  const tail =
    unsealed === 0
      ? ''
      : `,未封存 ${unsealed} 条(最早 ${unsealedSince === null ? '不明' : spokenTime(unsealedSince)})`;
  const end = head === null ? '' : `,链头 ${seals}:${head.slice(0, 16)}`;
  const verdict = broken === null ? '完整' : `有问题:${broken}`;
  return `${code} ${name}:封存 ${seals} 次、核对 ${sealed} 条${tail}${end},${verdict}`;
}
