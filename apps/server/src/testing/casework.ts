import type { StaffView } from '@qzt/contract/org';
import type { CaseView } from '@qzt/contract/reception';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Answer, Client, TestProduct } from './product.ts';

/** The body of an answer that must have this status; the whole answer is shown where it has not. */
export function expectStatus<T>(answer: Answer, status: number): T {
  if (answer.status !== status)
    throw new Error(`${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`);
  return answer.body as T;
}

/** Opens a case at the desk and answers with it. */
export const openCase = async (client: Client, more: object = {}): Promise<CaseView> =>
  expectStatus<CaseView>(
    await client.post('/api/v1/cases', {
      id: uuidv7(),
      kind: 'application',
      title: '孕妇联系单',
      ...more,
    }),
    201,
  );

/** The next step of a case, from the version that was seen. */
export const takeStep = async (
  client: Client,
  seen: CaseView,
  type: string,
  data?: object,
): Promise<CaseView> =>
  expectStatus<CaseView>(
    await client.post(
      `/api/v1/cases/${seen.id}/events`,
      { id: uuidv7(), type, data },
      { version: seen.version },
    ),
    201,
  );

export const readCase = async (client: Client, id: string): Promise<CaseView> =>
  expectStatus<CaseView>(await client.get(`/api/v1/cases/${id}`), 200);

/** The people that somebody may see, by user name. */
export async function staffByName(client: Client): Promise<ReadonlyMap<string, StaffView>> {
  const { items } = expectStatus<{ items: StaffView[] }>(await client.get('/api/v1/staff'), 200);
  return new Map(items.map((person) => [person.username, person]));
}

/** Rows as the owner of the tables sees them: past every policy, for looking behind an answer. */
export async function rowsBehind<Row extends pg.QueryResultRow>(
  product: Pick<TestProduct, 'connection'>,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client(product.connection('owner'));
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
