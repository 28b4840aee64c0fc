import type { Trouble } from '../platform/trouble.ts';

/** Whether the refusal asks for a one-time code: it then speaks about the field `code`. */
export const asksForCode = (trouble: Trouble | null): boolean =>
  trouble?.code === 'sign-in-failed' && 'code' in trouble.fields;
