import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWorkplace, type Workplace } from '../product/workplace.ts';
import { bindScript, readScript, ScriptDrift, statementsOf } from './pgbench-script.ts';
import { REGISTER } from './requests.ts';
import { bindScripts } from './scripts.ts';
import { makeSeed, type Seed } from './seed.ts';
import type { SentStatement } from './statement-log.ts';

let workplace: Workplace;
let seed: Seed;
beforeAll(async () => {
  workplace = makeWorkplace();
  seed = await makeSeed(workplace, `${workplace.folder}/seed`);
});
afterAll(async () => {
  await seed.close();
  await workplace.clear();
});

test('every script says what the product really sends, statement by statement', async () => {
  const scripts = await bindScripts(seed);
  expect(Object.keys(scripts)).toEqual(['register', 'read', 'list', 'find']);
  for (const { scope } of Object.values(scripts)) expect(scope).toContain('case.read');
  expect(scripts.register.variables).toMatchObject({
    service_item: 'BJM-023',
    status: 'registered',
    action: 'case.register',
    http_status: '201',
  });
});

test('a script that has drifted is told with its first difference', async () => {
  const script = readScript('register');
  const sent = await seed.watch(() => REGISTER);
  expect(sent).toHaveLength(statementsOf(script).length);
  const differently = (change: (all: readonly SentStatement[]) => SentStatement[]) => () =>
    bindScript(script, change(sent));
  expect(differently((all) => [...all])).not.toThrow();
  expect(differently((all) => all.slice(0, -1))).toThrow(ScriptDrift);
  expect(differently((all) => [...all, { text: 'select 1', values: [] }])).toThrow('select 1');
  expect(
    differently((all) =>
      all.map((one) => ({
        ...one,
        text: one.text.replace('into promise (', 'into promise (more, '),
      })),
    ),
  ).toThrow('into promise (more');
});
