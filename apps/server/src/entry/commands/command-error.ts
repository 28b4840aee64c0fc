/** What a command cannot do, said to the administrator: what to do instead. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
