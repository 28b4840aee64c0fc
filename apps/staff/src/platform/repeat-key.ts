import { v7 } from 'uuid';

/** The key of one act and what it was sent with. */
export interface RepeatKey {
  readonly key: string;
  readonly content: string;
}

/**
 * The `Idempotency-Key` for sending this content: the kept one while nothing was changed since (a retry), a new one
 * when the person changed something (another act, which the server would refuse under the old key).
 */
export const repeatKey = (
  kept: RepeatKey | null,
  content: unknown,
  make: () => string = v7,
): RepeatKey => {
  const text = JSON.stringify(content) ?? '';
  return kept !== null && kept.content === text ? kept : { key: make(), content: text };
};
