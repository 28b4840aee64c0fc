import { expect, test } from 'vitest';
import { bindScript, choiceOf, statementsOf, withChoice } from './pgbench-script.ts';

test('a variable takes the value that was sent, an expression keeps its own', () => {
  const script =
    "\\set i 1\nbegin;\nset local app.scope = '{scope}';\ninsert into t (a, b, c)\n  values (:a, lower(:i), :a);";
  const bound = bindScript(script, [
    { text: 'begin', values: [] },
    { text: "set local app.scope = 'x|y'", values: [] },
    { text: 'insert into t (a, b, c) values ($1, $2, $1)', values: ['first', 'second'] },
  ]);
  expect(bound).toEqual({ scope: 'x|y', variables: { a: 'first' } });
});

test('one parameter cannot stand for two expressions, nor one variable for two values', () => {
  const sent = [{ text: 'select $1, $2, $1', values: ['1', '2'] }];
  expect(() => bindScript('select :a, :b, :c;', sent)).toThrow('第 1 条语句');
  expect(() => bindScript('select :a, :a, :a;', sent)).toThrow(':a');
});

test('a choice becomes a tree of conditions with every leaf once', () => {
  const script = 'begin;\n-- choose\nselect :x;\n-- chosen\ncommit;\n';
  expect(choiceOf(script)).toBe('select :x;\n');
  const chosen = withChoice(script, 'q', ['select 0;\n', 'select 1;\n', 'select 2;\n']);
  expect(chosen).toBe(
    'begin;\n\\if :q < 1\nselect 0;\n\\else\n\\if :q < 2\nselect 1;\n\\else\nselect 2;\n\\endif\n\\endif\ncommit;\n',
  );
  expect(statementsOf(chosen)).toEqual(['begin', 'select 0', 'select 1', 'select 2', 'commit']);
});
