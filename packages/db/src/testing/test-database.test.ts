import { expect, test } from 'vitest';
import { ROLE_NAMES } from '../embedded/index.ts';
import { ask } from './ask.ts';
import { testDatabase } from './index.ts';

test('each test database is migrated, apart from the others, and gone after drop', async () => {
  const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
  try {
    expect(one.database).not.toBe(two.database);
    await ask(one.connection('owner'), 'create table only_here (a int)');
    const count = 'select count(*)::int as n from pg_class where relname in';
    expect(await ask(one.connection('owner'), `${count} ('only_here')`)).toEqual([{ n: 1 }]);
    expect(await ask(two.connection('owner'), `${count} ('only_here')`)).toEqual([{ n: 0 }]);
    expect(await ask(two.connection('owner'), `${count} ('schema_migration')`)).toEqual([{ n: 1 }]);
    for (const role of ['owner', 'app', 'jobs'] as const) {
      expect(await ask(one.connection(role), 'select current_user as name')).toEqual([
        { name: ROLE_NAMES[role] },
      ]);
    }
  } finally {
    await Promise.all([one.drop(), two.drop()]);
  }
  await expect(ask(one.connection('owner'), 'select 1')).rejects.toThrow('does not exist');
});
