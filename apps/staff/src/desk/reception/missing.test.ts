import { MISSING_LABELS } from '@qzt/domain/reception';
import { expect, test } from 'vitest';
import { missingText } from './missing.ts';

test('what a record lacks is said in words, nothing is said of a whole one', () => {
  expect(missingText([])).toBeNull();
  const text = missingText(['who-unknown', 'relation']);
  expect(text).toContain(MISSING_LABELS['who-unknown']);
  expect(text).toContain(MISSING_LABELS.relation);
});
