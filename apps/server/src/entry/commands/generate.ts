import { type Command, InvalidArgumentError, Option } from 'commander';
import { CommandError } from './command-error.ts';
import { type Reached, reachMigrated, say } from './reach.ts';

interface Options {
  readonly size: 'committee' | 'subdistrict' | 'district';
  readonly seed: string;
  readonly committees?: number;
  readonly years: number;
}

const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new InvalidArgumentError(`请写 ${least} 到 ${most} 之间的整数。`);
    return value;
  };

/** A product that was started empty, for real people, must not find invented ones with public passwords in it. */
const RUNS_EMPTY =
  '全走通正在这个数据文件夹上运行,里面还没有演示数据。请先停止它再生成;已经是演示库时,可以边运行边生成。';
const HOLDS_REAL =
  '这里已经有真实资料,不能混入演示数据。请换一个 DATA_DIR 或 DATABASE_URL 再生成。';

/** Makes sure that what is generated comes to invented data and nothing else. Errors: CommandError. */
async function expectDemonstration({ owner, beside }: Reached): Promise<void> {
  const { holdsDemonstration, makeDemonstration } = await import(
    '../../features/demonstration/index.ts'
  );
  if (await holdsDemonstration(owner)) return;
  if (beside) throw new CommandError(RUNS_EMPTY);
  if (!(await makeDemonstration(owner))) throw new CommandError(HOLDS_REAL);
}

async function generate(reached: Reached, options: Options): Promise<void> {
  const { fillCommittees } = await import('../../features/demonstration/index.ts');
  const { equip } = await import('../start.ts');
  const { owner, config } = reached;
  const keyring = await equip(config, owner);
  await expectDemonstration(reached);
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  const rows = await fillCommittees({
    ...options,
    owner,
    keyring,
    now: () => new Date(),
    onFilled: (done, of, written) => {
      const what = written > 0 ? `本次 ${written} 行` : '原来就有';
      say(`${done}/${of} 个居委会,${what},${seconds()} 秒`);
    },
  });
  say(`完成:写入 ${rows} 行,用时 ${seconds()} 秒`);
}

/** Adds `qzt generate`: invented committees with their people and history, for demonstrations, tests and measuring. */
export function addGenerate(program: Command): void {
  program
    .command('generate')
    .description('生成演示数据:编造的居委会、居民和一年的接待记录(只能用于空库或演示库)')
    .addOption(
      new Option('--size <size>', '规模:一个居委会、一个街镇(30 个)、一个区(209 个)')
        .choices(['committee', 'subdistrict', 'district'])
        .default('committee'),
    )
    .option('--seed <seed>', '种子:同一种子、同一天生成同样的内容', '1')
    .option('--committees <n>', '只生成前 n 个居委会', wholeNumber(0, 209))
    .option('--years <n>', '历史有几年,到现在为止', wholeNumber(1, 5), 1)
    .action((options: Options) => reachMigrated((reached) => generate(reached, options)));
}
