import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  afterPaperStep,
  approvalOf,
  type CertificateKind,
  type CertificateTemplate,
  certificateNumber,
  fillTemplate,
  firstStatus,
  isIdNumber,
  PAPER_STATUSES,
  PAPER_TABLE,
  type PaperStep,
  paperSteps,
  spokenDate,
  templateFaults,
  templatesFor,
} from './index.ts';

const template: CertificateTemplate = {
  code: 'CT-01',
  name: '居住情况证明',
  kinds: ['POS-SH-01'],
  approval: 'worker',
  standing: 'composed',
  fields: [
    { key: 'name', label: '姓名', kind: 'name', must: true, from: 'name' },
    { key: 'idNumber', label: '身份证号码', kind: 'idNumber', must: false },
    { key: 'since', label: '从哪天起', kind: 'date', must: true },
    {
      key: 'known',
      label: '怎么知道的',
      kind: 'choice',
      must: true,
      options: ['上门看过', '查阅登记'],
    },
    { key: 'facts', label: '情况', kind: 'long', must: false, max: 10 },
  ],
  addressee: '有关单位:',
  paragraphs: [
    '{name}自{since}起居住在这里。',
    '身份证号码:{idNumber}。',
    '{facts}',
    '通过{known}得知。',
  ],
  closing: '特此证明。',
};
const filled = { name: '邵兰英', since: '2018-03-01', known: '上门看过' };
const TODAY = '2026-11-24';

test('a paper reads as its template, with dates as people say them and without sentences about blanks', () => {
  expect(templateFaults(template, filled, TODAY)).toEqual([]);
  expect(fillTemplate(template, filled)).toEqual({
    title: '居住情况证明',
    addressee: '有关单位:',
    paragraphs: ['邵兰英自2018年3月1日起居住在这里。', '通过上门看过得知。'],
    closing: '特此证明。',
  });
  expect(spokenDate('昨天')).toBe('昨天');
});

test('what somebody writes is never read as a placeholder or a pattern of the replacement', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('{known}', '$&', '$1{since}', '#panic()', '𠅤㛃{name}', '\\'),
      (name) => {
        const { paragraphs } = fillTemplate(template, { ...filled, name });
        expect(paragraphs[0]).toBe(`${name}自2018年3月1日起居住在这里。`);
      },
    ),
  );
});

test('every fault is named, with its field and reason', () => {
  expect(
    templateFaults(
      template,
      {
        name: ' ',
        idNumber: '11010119900307701X',
        since: '2026-02-30',
        known: '听说',
        facts: '一二三四五六七八九十多',
        wild: 'x',
      },
      TODAY,
    ),
  ).toEqual([
    { key: 'wild', reason: 'unknown-field' },
    { key: 'name', reason: 'required' },
    { key: 'idNumber', reason: 'not-an-id-number' },
    { key: 'since', reason: 'not-a-date' },
    { key: 'known', reason: 'not-an-option' },
    { key: 'facts', reason: 'too-long', max: 10 },
  ]);
  expect(templateFaults(template, { ...filled, since: '2026-11-25' }, TODAY)).toEqual([
    { key: 'since', reason: 'in-future' },
  ]);
  const long = { ...filled, name: '㛃'.repeat(100_000) };
  expect(templateFaults(template, long, TODAY)).toEqual([
    { key: 'name', reason: 'too-long', max: 60 },
  ]);
  expect(templateFaults(template, { ...filled, name: '𠅤'.repeat(60) }, TODAY)).toEqual([]);
});

test('a field that every object has is not taken for one that was filled in', () => {
  const odd = { ...template, fields: [{ ...template.fields[0]!, key: 'constructor' }] };
  expect(templateFaults(odd, {}, TODAY)).toEqual([{ key: 'constructor', reason: 'required' }]);
});

test('a slip in any one digit of an identity number is found', () => {
  const good = '11010519491231002X';
  expect(isIdNumber(good)).toBe(true);
  expect(isIdNumber(good.toLowerCase())).toBe(true);
  fc.assert(
    fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (place, by) => {
      const digit = (Number(good[place]) + by) % 10;
      expect(isIdNumber(good.slice(0, place) + digit + good.slice(place + 1))).toBe(false);
    }),
  );
  for (const bad of ['', '123', `${good}0`, '１１０１０５１９４９１２３１００２X'])
    expect(isIdNumber(bad)).toBe(false);
});

test('templates are offered for what may be issued and for nothing else', () => {
  const general = {
    ...template,
    code: 'CT-09',
    kinds: [],
    unlisted: true,
    approval: 'head' as const,
  };
  const all = [template, general];
  const kind = { code: 'POS-SH-01' } as CertificateKind;
  const check = { outcome: 'check', kind, rule: 2, approval: 'head' } as const;
  const issue = { outcome: 'issue', kind, rule: 2, approval: 'worker' } as const;
  const unlisted = { outcome: 'issue', kind: null, rule: 4, approval: 'head' } as const;
  expect(templatesFor(check, all)).toEqual([template]);
  expect(templatesFor(unlisted, all)).toEqual([general]);
  expect(templatesFor({ outcome: 'refuse', kind, rule: 1 }, all)).toEqual([]);
  expect(templatesFor({ outcome: 'ask', question: 'public', rule: 3 }, all)).toEqual([]);
  expect([check, issue, unlisted].map((decision) => approvalOf(decision, template))).toEqual([
    'head',
    'worker',
    'head',
  ]);
  expect(approvalOf(issue, general)).toBe('head');
});

const somebody = fc.record({
  mayIssue: fc.boolean(),
  mayApprove: fc.boolean(),
  isRequester: fc.boolean(),
});

test('exactly the offered steps are taken, and a paper that was issued stays issued or becomes void', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PAPER_STATUSES), somebody, (status, actor) => {
      const offered = paperSteps(status, actor);
      for (const step of Object.keys(PAPER_TABLE) as PaperStep[]) {
        const take = () => afterPaperStep(step, status, actor);
        if (!offered.includes(step)) expect(take).toThrow();
        else if (status === 'issued') expect(['issued', 'void']).toContain(take());
        else expect(take()).not.toBe('void');
      }
      if (!actor.mayIssue || status === 'void' || status === 'declined')
        expect(offered).toEqual([]);
    }),
  );
});

test('only whoever may approve issues at once what wants the head', () => {
  expect(firstStatus('head', { mayApprove: false })).toBe('waiting');
  expect(firstStatus('head', { mayApprove: true })).toBe('issued');
  expect(firstStatus('worker', { mayApprove: false })).toBe('issued');
});

test('the number carries the year in Shanghai and six digits, and another after a collision', () => {
  const id = '0190d0a0-0000-7000-8000-000000000001';
  const at = '2026-12-31T17:00:00Z';
  expect(certificateNumber(id, at, 0)).toMatch(/^〔2027〕\d{6}号$/);
  expect(certificateNumber(id, at, 1)).not.toBe(certificateNumber(id, at, 0));
  expect(certificateNumber(id.toUpperCase(), at, 0)).toBe(certificateNumber(id, at, 0));
});
