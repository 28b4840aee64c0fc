import type { Command } from 'commander';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法:',
  'Options:': '选项:',
  'Commands:': '命令:',
};

/** What the library says of a wrong call, by its beginning. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/^error: required option '(.+)' not specified/, '缺少选项 $1'],
  [/^error: unknown option '(.+)'/, '没有选项 $1'],
  [/^error: unknown command '(.+)'/, '没有命令 $1'],
  [/^error: option '(.+)' argument missing/, '选项 $1 后面要写内容'],
  [/^error: too many arguments.*/, '多写了内容'],
  [/^error: option '(.+)' argument '(.*)' is invalid\./, '选项 $1 的内容 $2 不对。'],
];

/** Makes help and complaints Chinese, for a command and those added to it afterwards. */
export const speakChinese = (program: Command): Command =>
  program
    .helpOption('-h, --help', '看用法')
    .helpCommand('help [command]', '看一个命令的用法')
    .showHelpAfterError('(加 --help 看用法)')
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
    .configureOutput({
      outputError: (text, write) => {
        const fault = FAULTS.find(([form]) => form.test(text));
        write(fault ? text.replace(...fault) : text);
      },
    });
