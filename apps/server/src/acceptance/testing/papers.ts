import type { PaperLine, PaperView } from '@qzt/contract/certificate';
import { v7 as uuidv7 } from 'uuid';
import { expectStatus } from '../../testing/casework.ts';
import type { Client } from '../../testing/product.ts';
import type { Committee } from './committee.ts';
import { open } from './desk.ts';
import { settleIn } from './residents.ts';

/** Lets the committee's subdistrict confirm that proofs of residence are issued here. */
export const confirmResidence = (at: Committee): Promise<void> => rule(at, 'POS-SH-01', 'issue');

/** Lets the committee's subdistrict rule for the first time about a paper that the list leaves open. */
export async function rule(at: Committee, code: string, ruling: 'issue' | 'refuse'): Promise<void> {
  const [row] = await at.owner.rows<{ id: string }>(
    'select parent_id as id from org where id = $1',
    [at.staff.worker.org],
  );
  const body = {
    orgId: row?.id,
    office: null,
    phone: null,
    address: null,
    ruling,
    basis: '现行清单',
    confirmedOn: '2026-11-01',
  };
  const url = `/api/v1/certificates/kinds/${code}`;
  expectStatus(await at.street.send('PUT', url, body, { version: 0 }), 200);
}

let doors = 800;

/** A resident of the committee, with the door. */
export async function somebody(at: Committee, name = '邵兰英') {
  doors += 1;
  const door = `3号楼${doors}`;
  const made = await settleIn(at.product, at.owner, {
    committeeId: at.staff.worker.org,
    name,
    phone: `13800000${doors}`,
    door,
  });
  return { ...made, door };
}

/** An open case of somebody who wants a proof of residence. */
export async function certificateCase(at: Committee, more: object = {}) {
  const { id } = await somebody(at);
  return open(at.worker, { kind: 'certificate', title: '居住证明', residentId: id, ...more });
}

export const residence = (caseId: string, more: object = {}) => ({
  id: uuidv7(),
  caseId,
  template: 'CT-01',
  code: 'POS-SH-01',
  fields: {
    name: '邵兰英',
    idNumber: '11010519491231002X',
    address: '林云一村3号楼502室',
    since: '2018-03-01',
    known: '人口登记',
    recipient: '林云街道社区学校',
    purpose: '报名',
  },
  ...more,
});
export const general = (caseId: string, more: object = {}) => ({
  id: uuidv7(),
  caseId,
  template: 'CT-09',
  answers: { public: false, elsewhere: true, risk: false },
  fields: {
    name: '邵兰英',
    address: '林云一村3号楼502室',
    facts: '邵兰英与母亲同住,平时由她照顾。',
    known: '上门看过',
    recipient: '安徽省某某镇政府',
    purpose: '办理补贴',
  },
  ...more,
});
export const create = (who: Client, body: object, key = uuidv7()) =>
  who.post('/api/v1/certificates', body, { key });
export const written = async (who: Client, body: object): Promise<PaperView> =>
  expectStatus(await create(who, body), 201);
export const step = (who: Client, paper: { id: string; version: number }, body: object) =>
  who.post(
    `/api/v1/certificates/${paper.id}/events`,
    { id: uuidv7(), ...body },
    { version: paper.version },
  );
export const took = async (who: Client, paper: PaperView, body: object): Promise<PaperView> =>
  expectStatus(await step(who, paper, body), 201);
export const listed = async (who: Client, query: string): Promise<PaperLine[]> =>
  expectStatus<{ items: PaperLine[] }>(await who.get(`/api/v1/certificates?${query}`), 200).items;
