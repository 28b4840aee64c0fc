import type { PaperView } from '@qzt/contract/certificate';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus } from '../testing/casework.ts';
import { type Committee, committee } from './testing/committee.ts';
import { open, walk } from './testing/desk.ts';
import { erase } from './testing/erase.ts';
import {
  certificateCase,
  confirmResidence,
  create,
  general,
  listed,
  residence,
  somebody,
  step,
  took,
  written,
} from './testing/papers.ts';
import { refused } from './testing/problem.ts';
import { readableIn } from './testing/readable.ts';

let at: Committee;
beforeAll(async () => {
  at = await committee();
  await confirmResidence(at);
});
afterAll(() => at.end());

test('what stands on a paper lies encrypted, and is gone with the person; the number stays and is voided still', async () => {
  const { id: residentId } = await somebody(at, '葛𠅤兰');
  const opened = await open(at.worker, { kind: 'certificate', title: '居住证明', residentId });
  const body = residence(opened.id);
  const key = uuidv7();
  const named = { ...body, fields: { ...body.fields, name: '葛𠅤兰' } };
  const paper = expectStatus<PaperView>(await create(at.worker, named, key), 201);
  const waiting = await written(at.worker, general(opened.id));
  expect(await readableIn(at.owner, '葛𠅤兰')).toEqual([]);
  expect(await erase(at.product, residentId)).toBe(true);
  const read = expectStatus<PaperView>(await at.head.get(`/api/v1/certificates/${paper.id}`), 200);
  expect(read).toMatchObject({ content: null, number: paper.number, status: 'issued' });
  refused(await create(at.worker, named, key), 404, 'not-found');
  refused(await create(at.worker, residence(opened.id)), 409, 'transition-not-allowed');
  refused(await step(at.worker, read, { type: 'print' }), 409, 'transition-not-allowed');
  refused(await step(at.head, waiting, { type: 'approve' }), 409, 'transition-not-allowed');
  const ended = await took(at.head, read, { type: 'void', reason: 'recalled', note: '已抹除' });
  expect(ended).toMatchObject({ status: 'void', ended: { note: '已抹除' }, content: null });
  const again = expectStatus<PaperView>(
    await at.worker.get(`/api/v1/certificates/${paper.id}`),
    200,
  );
  expect(again).toMatchObject({ ended: { note: '已抹除' }, content: null });
});

test('a paper of a confidential case is not there for anybody else, in no way of asking', async () => {
  const opened = await certificateCase(at, { confidential: true });
  const paper = await written(at.worker, residence(opened.id));
  for (const who of [at.colleague, at.neighbour, at.officer, at.centre, at.street]) {
    refused(await who.get(`/api/v1/certificates/${paper.id}`), 404, 'not-found');
    refused(await step(who, paper, { type: 'print' }), 404, 'not-found');
    const list = await who.get('/api/v1/certificates?limit=100');
    expect(JSON.stringify(list.body)).not.toContain(paper.id);
  }
  refused(await create(at.colleague, { ...residence(opened.id), id: paper.id }), 404, 'not-found');
  expect((await listed(at.head, 'limit=100')).map(({ id }) => id)).toContain(paper.id);
  const moved = await walk(
    at.worker,
    opened,
    { type: 'accept' },
    { type: 'refer', data: { to: { kind: 'centre', id: at.world.centreId } } },
  );
  expect((await at.centre.get(`/api/v1/cases/${moved.id}`)).status).toBe(200);
  refused(await at.centre.get(`/api/v1/certificates/${paper.id}`), 404, 'not-found');
});
