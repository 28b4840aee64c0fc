import { EncounterCreate } from '@qzt/contract/reception';
import { expect, test } from 'vitest';
import { tripOf } from './trip.ts';

const ID = '0192f0c1-2345-7abc-8def-0123456789ab';

test('papers that cost a trip are a contact about the case, one journey more', () => {
  const shown = { id: ID, journeys: 1, resident: { id: ID, name: '王*' } };
  const values = { 'data.materials': [{ name: '结婚证', copies: 1 }] };
  const body = tripOf(shown, values, ID, new Date('2026-11-24T06:30:00Z'), () => ID);
  expect(body).toMatchObject({
    channel: 'desk',
    journey: 2,
    residentId: ID,
    needs: [{ words: '补来材料:结婚证', outcome: 'case', caseId: ID }],
  });
  expect(EncounterCreate.safeParse(body).error).toBeUndefined();
  expect(tripOf({ id: ID, journeys: 0 }, {}, ID, new Date(0))).not.toHaveProperty('residentId');
});
