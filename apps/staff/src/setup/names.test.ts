import { expect, test } from 'vitest';
import { namesOf } from './names.ts';

test('committees are read one a line, without blanks and doubles', () => {
  expect(namesOf('林云居委会\r\n\n  晨光居委会 \n林云居委会')).toEqual([
    '林云居委会',
    '晨光居委会',
  ]);
  expect(namesOf(' \n ')).toEqual([]);
});
