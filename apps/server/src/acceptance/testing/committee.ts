import type { CaseView } from '@qzt/contract/reception';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';
import { PATHS, type Status, type World, wellFormed } from './case-model.ts';
import { askingForACase, caseOf, open, record, walk } from './desk.ts';
import { type Owner, ownerOf } from './owner.ts';
import { type Staff, staffOf, withColleague } from './people.ts';

/** Everybody whom a case of `worker` can meet, signed in, and what their events may refer to. */
export interface Committee {
  readonly product: TestProduct;
  readonly owner: Owner;
  readonly worker: Client;
  readonly colleague: Client;
  readonly head: Client;
  readonly neighbour: Client;
  readonly centre: Client;
  readonly officer: Client;
  readonly street: Client;
  readonly staff: Readonly<Record<'worker' | 'head' | 'neighbour' | 'centre' | 'officer', Staff>>;
  readonly world: World;
  /** A case of `worker` for an item of three working days, with somebody who can be asked afterwards. */
  at(status: Status, more?: object): Promise<CaseView>;
  end(): Promise<void>;
}

export async function committee(startAt?: string): Promise<Committee> {
  const product = await testProduct(startAt);
  const owner = await ownerOf(product);
  const colleague = await withColleague(product, owner);
  const names = ['worker', 'head', 'worker2', 'centre', 'officer', 'street'];
  const clients = new Map<string, Client>();
  for (const name of names) clients.set(name, await product.as(name));
  const client = (name: string): Client => {
    const found = clients.get(name);
    if (found === undefined) throw new Error(`${name} is not signed in`);
    return found;
  };
  const worker = client('worker');
  const staff = {
    worker: await staffOf(owner, 'worker'),
    head: await staffOf(owner, 'head'),
    neighbour: await staffOf(owner, 'worker2'),
    centre: await staffOf(owner, 'centre'),
    officer: await staffOf(owner, 'officer'),
  };
  const world: World = {
    centreId: staff.centre.org,
    otherCaseId: (await open(worker, { title: '先来的那件' })).id,
    colleagueId: colleague.id,
  };
  return {
    product,
    owner,
    worker,
    colleague: colleague.client,
    head: client('head'),
    neighbour: client('worker2'),
    centre: client('centre'),
    officer: client('officer'),
    street: client('street'),
    staff,
    world,
    async at(status, more = {}) {
      const startedAt = product.clock.now().toISOString();
      const { id } = await record(
        worker,
        askingForACase({ startedAt, visitor: { phone: '13800000001' }, journey: 1 }),
      );
      const made = await open(worker, { encounterId: id, serviceItem: 'BJM-005', ...more });
      return walk(worker, made, ...PATHS[status].map((type) => wellFormed(type, world)));
    },
    async end() {
      await owner.end();
      await product.drop();
    },
  };
}

export const again = async (client: Client, id: string): Promise<CaseView> =>
  caseOf(await client.get(`/api/v1/cases/${id}`));
