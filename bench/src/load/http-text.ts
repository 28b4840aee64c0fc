/** Stands in a prebuilt request for the id that each one brings of its own, which is its idempotency key too. */
export const FRESH_ID = '00000000-0000-0000-0000-0000000000aa';

export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
}

/** The bytes of a request, ready to be sent, as a string of latin1. */
export function httpText(request: Request, cookie: string): string {
  const lines = [
    `${request.method} ${request.path} HTTP/1.1`,
    'host: 127.0.0.1',
    `cookie: ${cookie}`,
  ];
  if (request.body === undefined) return `${lines.join('\r\n')}\r\n\r\n`;
  const body = Buffer.from(JSON.stringify(request.body));
  lines.push(
    'content-type: application/json',
    `content-length: ${body.length}`,
    `idempotency-key: ${FRESH_ID}`,
  );
  return `${lines.join('\r\n')}\r\n\r\n${body.toString('latin1')}`;
}
