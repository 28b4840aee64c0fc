import { expect, test } from 'vitest';
import { paperNames, paperRefused } from './index.ts';

const received = [{ name: '身份证', received: true, copies: 1 }];
const asked = [{ name: '身份证', received: false, copies: 0 }];

test('a receipt is printed once something was received, and not before', () => {
  expect(paperRefused({ confidential: false, materials: asked }, 'receipt')).toBe(
    'nothing-received',
  );
  expect(paperRefused({ confidential: false, materials: received }, 'receipt')).toBe(null);
});

test('of a confidential case there is no slip, and its other papers name nobody', () => {
  const secret = { confidential: true, materials: received };
  expect(paperRefused(secret, 'slip')).toBe('confidential');
  expect(paperRefused(secret, 'notice')).toBe(null);
  expect(paperRefused(secret, 'receipt')).toBe(null);
  expect(paperNames(secret)).toBe(false);
  expect(paperNames({ confidential: false })).toBe(true);
});
