import { lendingEndpoints } from '@qzt/contract/lending';
import { loanInWords, type thingNamed } from '@qzt/domain/lending';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { client } from '../../platform/client.ts';

/** What the desk usually lends. */
export const thingsQuery = queryOptions({
  queryKey: ['things'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => client(lendingEndpoints.listThings, { signal }),
});

export interface AskedLoan {
  /** The name of the preset, or what was said after 借; '' where nothing was named. */
  readonly thing: string;
  readonly count: number;
}

/** What a line of words asks to borrow; null where nothing is borrowed. */
export function askedLoan(
  text: string,
  things: Parameters<typeof loanInWords>[1],
): AskedLoan | null {
  const found = loanInWords(text, things);
  if (found === undefined) return null;
  const said = text
    .replace(/^.*?借/, '')
    .trim()
    .slice(0, 40);
  return { thing: found.thing?.name ?? said, count: found.count };
}

/** For the desk's F7: what the words ask to borrow; plain words are understood before the presets are there. */
export const useAskedLoan = (text: string): AskedLoan | null => {
  const { data } = useQuery(thingsQuery);
  return askedLoan(text, data?.items ?? []);
};

/** The thing as it is sent: a preset by its code, anything else by its name. */
export function thingSent(
  text: string,
  things: Parameters<typeof thingNamed>[1],
): { readonly code: string } | { readonly name: string } {
  const name = text.trim();
  const preset = things.find(
    (thing) => thing.name === name || thing.alsoCalled.some((word) => word === name),
  );
  return preset === undefined ? { name } : { code: preset.code };
}
