import { FRESH_ID } from '../../load/http-text.ts';
import { openClient } from '../../product/open-client.ts';
import type { Ask, Seed } from '../seed.ts';
import { type CaseModel, readModel } from './case-model.ts';

/** Cases to copy, each made by the product itself. */
export interface Models {
  /** Just registered. */
  readonly open: CaseModel;
  /** Registered, accepted, answered, confirmed. */
  readonly confirmed: CaseModel;
  /** A question that was answered at the desk. */
  readonly settled: CaseModel;
}

export async function makeModels(seed: Seed): Promise<Models> {
  const { ask, keyring } = seed;
  const open = await registered(ask, {
    kind: 'application',
    serviceItem: 'BJM-023',
    title: '儿媳怀孕了,想办一张孕妇联系单',
  });
  const confirmed = await registered(ask, {
    kind: 'application',
    serviceItem: 'BJM-023',
    title: '想办孕妇联系单,材料都带来了',
  });
  await step(ask, confirmed, 1, { type: 'accept' });
  await step(ask, confirmed, 2, {
    type: 'answer',
    data: { answer: '联系单已经办好,当场交给本人' },
  });
  await step(ask, confirmed, 3, { type: 'confirm', data: { how: 'desk' } });
  const settled = await registered(ask, {
    kind: 'inquiry',
    title: '问老年综合津贴什么时候到账',
    settle: { answer: '每月中旬到账,本月已经发放,请查一下社保卡' },
  });
  const client = await openClient(seed.owner);
  try {
    return {
      open: await readModel(client, keyring, open),
      confirmed: await readModel(client, keyring, confirmed),
      settled: await readModel(client, keyring, settled),
    };
  } finally {
    await client.end();
  }
}

async function registered(ask: Ask, body: object): Promise<string> {
  const made = await ask({
    method: 'POST',
    path: '/api/v1/cases',
    body: { id: FRESH_ID, ...body },
  });
  return String(made.id);
}

const step = (ask: Ask, id: string, version: number, body: object) =>
  ask(
    {
      method: 'POST',
      path: `/api/v1/cases/${id}/events`,
      body: { id: FRESH_ID, ...body },
    },
    { 'if-match': `"${version}"` },
  );
