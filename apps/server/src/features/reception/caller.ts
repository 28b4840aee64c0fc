import type { CaseView } from '@qzt/contract/reception';
import { maskName, maskPhone } from '@qzt/domain/household';

/** Who came or called about a case, as far as it was said: for himself, or on behalf of somebody. */
export interface Caller {
  readonly name?: string;
  readonly phone?: string;
  readonly relation?: string;
  readonly onBehalfOf?: string;
}

export interface Contacted {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What was written at the desk, with what was added later: the last telephone counts. */
export function callerOf(
  words: { readonly visitor?: Caller } | undefined,
  events: readonly Contacted[],
): Caller {
  const later = events.filter((event) => event.type === 'contact').map((event) => event.data);
  return Object.assign({}, words?.visitor, ...later.map(pick)) as Caller;
}

/** Name and telephone out of an event's data. */
export const pick = ({ name, phone }: Readonly<Record<string, unknown>>): Caller => ({
  ...(typeof name === 'string' ? { name } : {}),
  ...(typeof phone === 'string' ? { phone } : {}),
});

/** As it stands on the screen until somebody asks for the whole. */
export const masked = ({ name, phone, relation, onBehalfOf }: Caller): CaseView['caller'] => {
  const shown = {
    ...(name === undefined ? {} : { name: maskName(name) }),
    ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
    ...(relation === undefined ? {} : { relation }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf: maskName(onBehalfOf) }),
  };
  return Object.keys(shown).length === 0 ? undefined : shown;
};
