/** Signs in with a demonstration account and returns the cookie to send. Errors: when it is refused. */
export async function signIn(port: number, username: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: 'quanzoutong-demo' }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (answer.status !== 200 || cookie === undefined)
    throw new Error(`${username} 不能登录: ${await answer.text()}`);
  return cookie;
}
