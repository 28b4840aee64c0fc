import { beforeEach, expect, test } from 'vitest';
import { DeskSide, type RatingTarget } from './second-desk.ts';
import type { Message } from './second-protocol.ts';

let now: number;
let said: Message[];
let rated: [string, RatingTarget, number][];
let desk: DeskSide;
beforeEach(() => {
  now = 0;
  said = [];
  rated = [];
  let ids = 0;
  desk = new DeskSide({
    now: () => now,
    newId: () => `id-${++ids}`,
    post: (message) => said.push(message),
    origin: 'https://desk.example',
    rate: (...one) => rated.push(one),
  });
  desk.introduce('孙老师', null);
});

const picture = () => {
  const last = said.at(-1);
  return last?.type === 'show' ? last.picture : last?.type;
};

const done = {
  kind: 'done',
  said: '已登记',
  track: '/track?c=LY-X',
  rate: { caseId: 'c1' },
  confidential: false,
} as const;

const ratingOf = (): string => {
  const shown = picture();
  return typeof shown === 'object' && shown.kind === 'done' ? (shown.rating ?? '') : '';
};

test('what is being written is shown with what to bring and who receives', () => {
  desk.show({
    kind: 'working',
    matter: '孕妇联系单',
    materials: [{ name: '怀孕证明', copies: 1, brought: true }],
    howLong: '今天就能办好',
    confidential: false,
  });
  expect(picture()).toEqual({
    kind: 'working',
    receiver: '孙老师',
    matter: '孕妇联系单',
    materials: [{ name: '怀孕证明', copies: 1, brought: true }],
    howLong: '今天就能办好',
    standing: null,
  });
});

test('of a confidential matter not one word is sent, nor its address to follow it', () => {
  desk.show({
    kind: 'working',
    matter: '家暴求助',
    materials: [{ name: '伤情照片', brought: false }],
    howLong: '马上',
    standing: '照法律',
    confidential: true,
  });
  desk.show({ ...done, said: '已报警', confidential: true });
  const sent = JSON.stringify(said);
  for (const word of ['家暴', '伤情', '马上', '照法律', '报警', 'track?'])
    expect(sent).not.toContain(word);
  expect(picture()).toMatchObject({ kind: 'done', said: '已经为您记下了', track: null });
});

test('下一位 leaves the plate, and so does whoever closes the desk', () => {
  desk.show(done);
  desk.clear();
  expect(picture()).toEqual({ kind: 'plate' });
  desk.show(done);
  desk.leave();
  expect(said.slice(-2)).toMatchObject([
    { type: 'show', picture: { kind: 'plate' } },
    { type: 'gone' },
  ]);
});

test('words that are deleted leave the screen; a finished matter stays', () => {
  desk.show({ kind: 'working', matter: '低保', confidential: false });
  desk.endWriting();
  expect(picture()).toEqual({ kind: 'plate' });
  desk.show(done);
  desk.endWriting();
  expect(picture()).toMatchObject({ kind: 'done' });
});

test('the same picture again is not said again, a new second window is answered at once', () => {
  desk.show(done);
  const before = said.length;
  desk.show(done);
  expect(said).toHaveLength(before);
  desk.hear({ type: 'here', second: 's1' });
  expect(said).toHaveLength(before + 1);
  desk.hear({ type: 'here', second: 's1' });
  expect(said).toHaveLength(before + 1);
  expect(desk.followed).toBe(true);
  desk.hear({ type: 'left', second: 's1' });
  expect(desk.followed).toBe(false);
});

test('a second window that is silent is forgotten', () => {
  desk.hear({ type: 'here', second: 's1' });
  now = 9_000;
  desk.beat(8_000);
  expect(desk.followed).toBe(false);
});

test('one touch is one rating: two windows, two touches, and a question of before change nothing', () => {
  desk.show({ ...done, rate: { encounterId: 'e1' } });
  const old = ratingOf();
  desk.show(done);
  const asked = ratingOf();
  expect(asked).not.toBe(old);
  desk.hear({ type: 'rated', rating: old, score: 1 });
  desk.hear({ type: 'rated', rating: asked, score: 7 });
  expect(rated).toEqual([]);
  desk.hear({ type: 'rated', rating: asked, score: 3 });
  desk.hear({ type: 'rated', rating: asked, score: 1 });
  expect(rated).toEqual([[asked, { caseId: 'c1' }, 3]]);
  expect(picture()).toMatchObject({ kind: 'done', rated: true });
  desk.show(done);
  expect(picture()).toMatchObject({ rated: true, rating: asked });
});

test('a rating after the next matter has begun reaches nobody', () => {
  desk.show(done);
  const asked = ratingOf();
  desk.show({ kind: 'working', matter: null, confidential: false });
  desk.hear({ type: 'rated', rating: asked, score: 3 });
  expect(rated).toEqual([]);
});

test('thanks are gone after a while; what is to be photographed stays longer', () => {
  desk.show({ ...done, track: null });
  desk.hear({ type: 'rated', rating: ratingOf(), score: 2 });
  now = 21_000;
  desk.beat(8_000);
  expect(picture()).toEqual({ kind: 'plate' });
  desk.show(done);
  desk.hear({ type: 'rated', rating: ratingOf(), score: 2 });
  now += 100_000;
  desk.beat(8_000);
  expect(picture()).toMatchObject({ kind: 'done' });
  now += 21_000;
  desk.beat(8_000);
  expect(picture()).toEqual({ kind: 'plate' });
});
