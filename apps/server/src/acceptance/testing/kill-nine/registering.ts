import { v7 as uuidv7 } from 'uuid';

/** A registration that somebody asked for, with the number of the case once it was acknowledged. */
export interface Asked {
  readonly id: string;
  number: string | undefined;
}

/** Workers at the desk who register one case after another, each under a key of its own. */
export interface Desk {
  /** Resolves when the workers have stopped, with all that they asked for. */
  stop(): Promise<Asked[]>;
}

const WORKERS = 16;

export const bodyOf = (id: string): string =>
  JSON.stringify({
    id,
    kind: 'application',
    serviceItem: 'BJM-023',
    title: '儿媳怀孕了,想办一张孕妇联系单',
  });

export interface Registered {
  readonly status: number;
  readonly body: { readonly id: string; readonly number: string };
}

/** Registers a case under its id as key: asked again, it must be the same case. */
export async function register(url: string, cookie: string, id: string): Promise<Registered> {
  const answer = await fetch(`${url}/api/v1/cases`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': id },
    body: bodyOf(id),
  });
  return { status: answer.status, body: (await answer.json()) as Registered['body'] };
}

/**
 * Starts the load. A worker whose request is not answered goes on with the next one: what became of it is seen later. An
 * answer that refuses what was right is an error at once.
 */
export function openDesk(url: string, cookie: string): Desk {
  const asked: Asked[] = [];
  let closing = false;
  const work = async (): Promise<void> => {
    while (!closing) {
      const one: Asked = { id: uuidv7(), number: undefined };
      asked.push(one);
      const answer = await register(url, cookie, one.id).catch(() => undefined);
      if (answer?.status === 201) one.number = answer.body.number;
      else if (answer !== undefined && answer.status < 500)
        throw new Error(`一次正确的登记被拒绝: ${answer.status} ${JSON.stringify(answer.body)}`);
      else closing = true;
    }
  };
  const workers = Promise.all(Array.from({ length: WORKERS }, work));
  // Looked at in `stop`.
  workers.catch(() => undefined);
  return {
    stop: async () => {
      closing = true;
      await workers;
      return asked;
    },
  };
}

/** Signs in as `worker`; the session outlives every restart. */
export async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'worker', password: 'quanzoutong-demo' }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (answer.status !== 200 || cookie === undefined) throw new Error(await answer.text());
  return cookie;
}
