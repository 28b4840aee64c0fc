/** A message with its text, ready to leave. */
export interface OutgoingMessage {
  readonly id: string;
  /** A telephone for somebody outside, a name for a colleague or an office. */
  readonly to: { readonly phone: string } | { readonly name: string };
  readonly text: string;
}

/** Whatever carries messages out. It may be asked twice for the same `id` after a failure, and then sends it once. */
export interface Gateway {
  send(message: OutgoingMessage): Promise<void>;
}
