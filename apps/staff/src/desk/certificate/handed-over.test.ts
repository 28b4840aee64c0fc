import type { PaperLine } from '@qzt/contract/certificate';
import { EventCreate } from '@qzt/contract/reception';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { canAnswer, nextStep, paperToHandOver } from './handed-over.ts';

const paper = (more: Partial<PaperLine>) =>
  ({
    name: '居住情况证明',
    number: '〔2026〕482913号',
    status: 'issued',
    copies: 1,
    ...more,
  }) as PaperLine;
const ids = { accept: v7(), answer: v7() };

test('only a printed paper that counts is handed over', () => {
  expect(paperToHandOver([paper({ copies: 0 }), paper({ status: 'void' })])).toBeUndefined();
  const printed = paper({});
  expect(paperToHandOver([paper({ status: 'waiting', copies: 0 }), printed])).toBe(printed);
});

test('handing over accepts the case where it is not, then answers it with the number', () => {
  const accept = nextStep({ allowedActions: ['accept'] }, paper({}), ids);
  expect(accept).toEqual({ id: ids.accept, type: 'accept' });
  const answer = EventCreate.parse(
    nextStep({ allowedActions: ['answer', 'refer'] }, paper({}), ids),
  );
  expect(answer).toMatchObject({
    type: 'answer',
    data: { answer: expect.stringContaining('482913') },
  });
  expect(nextStep({ allowedActions: ['note'] }, paper({}), ids)).toBeNull();
  expect(canAnswer({ allowedActions: ['note'] })).toBe(false);
});
