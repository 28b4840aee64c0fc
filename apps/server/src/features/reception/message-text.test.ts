import { expect, test } from 'vitest';
import { messageText, TEMPLATES, type TextFacts } from './message-text.ts';

const open: TextFacts = {
  committee: '林云居委会',
  title: '家里出的那件事',
  number: '261124-000001',
  firstAsked: '孙晓梅',
  due: '11月25日 周三 17:30',
  owes: 'answer',
};
/** As a confidential case gives its facts: without a title. */
const secret: TextFacts = { ...open, title: undefined };

test.each(TEMPLATES.people)(
  '%s: of a confidential matter people hear that something moved',
  (template) => {
    const text = messageText(template, true, secret);
    expect(text).toBe(messageText('register', true, secret));
    expect(text).not.toContain(open.number);
    expect(messageText(template, true, open)).toContain(open.title);
  },
);

test.each(TEMPLATES.staff)(
  '%s: of a confidential matter colleagues hear at most its number',
  (template) => {
    const text = messageText(template, false, secret) ?? '';
    expect(text).not.toContain('undefined');
    expect(text).not.toContain('“');
    expect(text.length).toBeGreaterThan(10);
  },
);

test('a template that nobody wrote has no text', () => {
  expect(messageText('no-such-template', true, open)).toBeUndefined();
  expect(messageText('no-such-template', false, open)).toBeUndefined();
});
