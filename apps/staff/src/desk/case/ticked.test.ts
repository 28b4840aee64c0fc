import { expect, test } from 'vitest';
import { tickedAtFirst } from './ticked.ts';

const material = (name: string, received: boolean) => ({
  name,
  received,
  copies: received ? 1 : 0,
});
const shown = {
  requirementNotice: {
    materials: [material('身份证', true), material('结婚证', false), material('怀孕证明', false)],
  },
  events: [
    { type: 'accept', data: {} },
    {
      type: 'ask-materials',
      data: {
        materials: [
          { name: '身份证', copies: 1 },
          { name: '怀孕证明', copies: 2 },
        ],
      },
    },
  ],
};

test('asking starts with everything that is missing', () => {
  expect(tickedAtFirst('ask-materials', shown)).toEqual({
    'data.materials': [
      { name: '结婚证', copies: 1 },
      { name: '怀孕证明', copies: 1 },
    ],
  });
});

test('receiving starts with what was asked for and has not come', () => {
  expect(tickedAtFirst('receive-materials', shown)).toEqual({
    'data.materials': [{ name: '怀孕证明', copies: 1 }],
  });
  expect(tickedAtFirst('receive-materials', { ...shown, events: [] })).toEqual({
    'data.materials': [],
  });
});

test('no other step has materials', () => {
  expect(tickedAtFirst('answer', shown)).toEqual({});
});
