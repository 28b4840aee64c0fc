import { expect, test, vi } from 'vitest';
import { newDraft } from './draft.ts';
import { type Held, isHeld, makeHold } from './hold.ts';

const held: Held = { draft: { ...newDraft(new Date(0)), words: '借伞' }, act: 'line', turn: 0 };

test('only what nobody has to be given a number for is held', () => {
  expect((['settle', 'line'] as const).map(isHeld)).toEqual([true, true]);
  expect((['register', 'refer', 'dispatch', 'point'] as const).some(isHeld)).toBe(false);
});

test('taken back in time, nothing is sent; afterwards there is nothing to take back', async () => {
  vi.useFakeTimers();
  const sent: Held[] = [];
  const hold = makeHold(async (one) => void sent.push(one), 5_000);
  hold.put(held);
  expect(hold.takeBack()).toBe(held);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toEqual([]);
  hold.put(held);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toEqual([held]);
  expect(hold.takeBack()).toBeNull();
  vi.useRealTimers();
});

test('whoever goes on sends it at once, once, and waits for it', async () => {
  const sent: Held[] = [];
  const hold = makeHold(async (one) => void sent.push(one));
  hold.put(held);
  await Promise.all([hold.flush(), hold.flush()]);
  expect(sent).toEqual([held]);
});

test('one that is followed by another is sent all the same, once, and waited for', async () => {
  const sent: string[] = [];
  let answer: () => void = () => undefined;
  const hold = makeHold(async ({ draft }) => {
    sent.push(draft.words);
    await new Promise<void>((done) => {
      answer = done;
    });
  });
  hold.put(held);
  hold.put({ ...held, draft: { ...held.draft, words: '问路' } });
  expect(sent).toEqual(['借伞']);
  answer();
  const last = hold.flush();
  expect(sent).toEqual(['借伞', '问路']);
  answer();
  await last;
  expect(hold.takeBack()).toBeNull();
});
