import pg from 'pg';
import { BackupError } from './backup-error.ts';

/**
 * Opens a connection whose values read the same wherever they are written and read, and that no time limit cuts off.
 * With row security off PostgreSQL raises an error where it would otherwise leave rows out: a backup has all rows or none.
 */
export async function openSession(connection: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(connection);
  // a lost connection rejects the statement that waits for it; without a listener it would end the process as well
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`
    set row_security = off;
    set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set bytea_output = 'hex';
    set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0`);
  return client;
}

/**
 * The tables force row-level security on their owner too; only a role with BYPASSRLS reads and loads them whole. The
 * embedded server's owner has it; on a server of one's own an administrator grants it.
 *
 * @throws BackupError `not-permitted`
 */
export async function requireBypass(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; may: boolean }>(
    'select rolname as name, rolsuper or rolbypassrls as may from pg_roles where rolname = current_user',
  );
  const role = rows[0];
  if (role?.may !== true) {
    throw new BackupError(
      'not-permitted',
      `数据库用户 ${role?.name} 受行级权限限制,看不到全部数据,不能备份或恢复。请数据库管理员执行:ALTER ROLE "${role?.name}" BYPASSRLS;`,
    );
  }
}
