import { expect, test } from 'vitest';
import { StatementLog } from './statement-log.ts';

test('statements are read from the server log with their parameters, over several lines', () => {
  const log = new StatementLog();
  for (const line of [
    "[7] LOG:  statement: begin; set local app.scope = 'a|b'",
    '[7] LOG:  execute q1: select a',
    '\t  from t where b = $1 and c = $2 and d = $3',
    "[7] DETAIL:  Parameters: $1 = 'it''s', $2 = NULL, $3 = 'two",
    "\tlines'",
    '[9] LOG:  checkpoint starting: time',
    '[7] LOG:  statement: commit',
  ])
    log.take(line);
  expect(log.statements()).toEqual([
    { text: 'begin', values: [] },
    { text: "set local app.scope = 'a|b'", values: [] },
    {
      text: 'select a\n  from t where b = $1 and c = $2 and d = $3',
      values: ["it's", null, 'two\nlines'],
    },
    { text: 'commit', values: [] },
  ]);
  log.forget();
  expect(log.statements()).toEqual([]);
});
