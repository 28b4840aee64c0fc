import pg from 'pg';

/**
 * A connection of its own. A server that is stopped under it rejects the statement that waits; without a listener it
 * would end the process as well, before anything is put away.
 */
export async function openClient(connection: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
