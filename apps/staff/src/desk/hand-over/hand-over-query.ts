import { handOverEndpoints } from '@qzt/contract/hand-over';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../platform/client.ts';

const EVERY_MINUTE = 60_000;

/** The hand-overs of the committee: those of a week, and older ones that nobody has taken. */
export const handOversQuery = queryOptions({
  queryKey: ['lists', 'hand-overs'],
  refetchInterval: EVERY_MINUTE,
  queryFn: ({ signal }) => client(handOverEndpoints.listHandOvers, { signal }),
});

/** What I would hand over now. */
export const handOverPreviewQuery = queryOptions({
  queryKey: ['lists', 'hand-over-preview'],
  queryFn: ({ signal }) => client(handOverEndpoints.previewHandOver, { signal }),
});
