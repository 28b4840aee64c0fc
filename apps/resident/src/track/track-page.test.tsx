import type { TrackPage, TrackView } from '@qzt/contract/portal';
import { expect, test } from 'vitest';
import { track } from '../entry/pages.tsx';

const NOW = '2026-11-24T14:30:00+08:00';

const view: TrackView = {
  committee: '云栖居委会',
  receiver: '孙晓梅',
  phone: null,
  hours: '周一至周五 08:30–11:30、13:30–17:30',
  numberEnd: '0042',
  now: 'registered',
  steps: [{ step: 'register', at: '2026-11-24T10:00:00+08:00' }],
  promise: { kind: 'accept', at: '2026-11-25T17:30:00+08:00', about: false },
};

const draw = (more: Partial<TrackView> = {}): string =>
  track({ state: 'found', view: { ...view, ...more }, at: NOW });
const text = (html: string): string =>
  html.replaceAll(/<style>.*<\/style>/gs, '').replaceAll(/<[^>]+>/g, '');

test('a whole document in Chinese that stands in no search engine and gives no address away', () => {
  const html = draw();
  expect(html).toMatch(/^<!doctype html><html lang="zh-CN">/);
  expect(html).toContain('name="robots" content="noindex, nofollow"');
  expect(html).toContain('name="referrer" content="no-referrer"');
  expect(html).not.toContain('<script');
});

test('it says where it stands, by when, each step with its date, and whom to ask', () => {
  const said = text(draw());
  for (const words of [
    '已登记,很快开始办',
    '最晚 11月25日 周三 17:30 前开始办,并告诉您能不能办',
    '您的事已经登记11月24日 周二 10:00',
    '找 孙晓梅',
    '办件号最后四位 0042',
    '开门时间:周一至周五 08:30–11:30、13:30–17:30',
  ])
    expect(said).toContain(words);
});

test('the telephone of the desk is a button to press; without one it says where to go', () => {
  expect(draw({ phone: '021-6500 1234' })).toContain('href="tel:02165001234"');
  expect(text(draw({ phone: '021-6500 1234' }))).toContain('打电话 021-6500 1234');
  expect(draw()).not.toContain('tel:');
  expect(text(draw())).toContain('或打居委会的电话');
});

test('a promise is said as it is: late, about, waiting, silence, reopening', () => {
  const promised = (promise: TrackView['promise']) => text(draw({ promise }));
  const at = '2026-11-23T17:30:00+08:00';
  expect(promised({ kind: 'late', at, about: false })).toContain('已经过了');
  expect(promised({ kind: 'answer', at: '2027-02-01T17:30:00+08:00', about: true })).toContain(
    '最晚 大约 2027年2月1日 周一 17:30 前给您回话',
  );
  expect(promised({ kind: 'waiting', at: null, about: false })).toContain('材料补齐了就接着办');
  expect(promised({ kind: 'reply', at, about: false })).toContain('就算办好了');
  expect(promised({ kind: 'reopen', at: '2026-12-24', about: false })).toContain(
    '12月24日 周四 前',
  );
  expect(text(draw({ promise: null }))).not.toContain('最晚');
});

test('what was typed stands in the form and is never markup', () => {
  const html = track({ state: 'unknown', typed: '"><script>alert(1)</script>' });
  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;script');
  expect(text(html)).toContain('没有找到这件事');
});

test('the number of a case is kindly told from its code', () => {
  const said = text(track({ state: 'unknown', typed: '261124-012345' }));
  expect(said).toContain('这是办件号,不是查询码');
  expect(said).not.toContain('没有找到这件事');
});

test('every state is a page that says what to do', () => {
  const pages: TrackPage[] = [
    { state: 'ask' },
    { state: 'unknown', typed: 'x' },
    { state: 'slow', waitSeconds: 3 },
    { state: 'away' },
  ];
  for (const page of pages) expect(text(track(page))).toMatch(/请|扫/);
});
