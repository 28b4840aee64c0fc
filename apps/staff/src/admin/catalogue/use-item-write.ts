import type { Call, Endpoint } from '@qzt/contract';
import type { maintainEndpoints } from '@qzt/contract/catalogue';
import { useQueryClient } from '@tanstack/react-query';
import { useWrite, type Write } from '../../platform/use-write.ts';
import { maintainedQuery } from './catalogue-query.ts';

type ItemWrite = (typeof maintainEndpoints)[
  | 'editItem'
  | 'confirmItem'
  | 'withdrawItem'
  | 'restoreItem'];

/** Writes the next version of an item; whatever shows the item reads it anew, also after a refusal: it may have changed. */
export const useItemWrite = <E extends ItemWrite>(
  endpoint: E,
  code: string,
  done: () => void,
): Write<E> => {
  const queries = useQueryClient();
  const write = useWrite<E>(endpoint, async () => {
    await queries.invalidateQueries({ queryKey: ['catalogue'] });
    await queries.invalidateQueries({ queryKey: ['item', code] });
    await queries.invalidateQueries({ queryKey: ['find'] });
    done();
  });
  const send = async (call: Omit<Call<Endpoint>, 'key'> = {}): Promise<boolean> => {
    const written = await write.send({ ...call, params: { code } } as Omit<Call<E>, 'key'>);
    if (!written) await queries.invalidateQueries(maintainedQuery(code));
    return written;
  };
  return { ...write, send };
};
