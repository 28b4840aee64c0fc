import { feedbackEndpoints } from '@qzt/contract/feedback';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { client } from '../platform/client.ts';

/** What one wrote oneself, or what one is to answer, newest first. */
export const feedbackQuery = (list: 'mine' | 'received') =>
  infiniteQueryOptions({
    queryKey: ['feedback', list],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      client(feedbackEndpoints.listFeedback, { query: { list, cursor: pageParam }, signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
