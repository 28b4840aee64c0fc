import { parseArgs } from 'node:util';
import { reception } from './reception/reception.ts';

const benches: Readonly<Record<string, (quick: boolean) => Promise<object>>> = { reception };

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } },
});
const bench = benches[positionals[0] ?? ''];
if (bench === undefined) {
  console.error(`用法: npm run bench -- <${Object.keys(benches).join(' | ')}> [--quick]`);
  process.exit(1);
}
console.log(JSON.stringify(await bench(values.quick)));
