import { catalogueEndpoints, type ItemHit } from '@qzt/contract/catalogue';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client } from '../../platform/client.ts';

/** Long enough to skip most keystrokes of fast typing, short enough to feel immediate. */
const PAUSE_MS = 80;
const SHOWN = 3;
const LONGEST = 400;

export interface Found {
  readonly words: string;
  readonly items: readonly ItemHit[];
  readonly confident: boolean;
}

const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};

/** The three items that fit the words best, while they are typed. The items before stay until newer ones are there. */
export const useFinder = (text: string) => {
  const words = useSettled(text).trim().slice(0, LONGEST);
  return useQuery({
    queryKey: ['find', words],
    enabled: words !== '',
    placeholderData: keepPreviousData,
    staleTime: 300_000,
    gcTime: 60_000,
    queryFn: async ({ signal }): Promise<Found> => {
      const answer = await client(catalogueEndpoints.findItems, {
        query: { q: words, limit: SHOWN },
        signal,
      });
      return { words, ...answer };
    },
  });
};

export const itemQuery = (code: string) =>
  queryOptions({
    queryKey: ['item', code],
    staleTime: 600_000,
    queryFn: ({ signal }) => client(catalogueEndpoints.readItem, { params: { code }, signal }),
  });
