import { expect, test } from 'vitest';
import { byBook, isPrivateRole, telAddress } from './index.ts';

test('a number becomes an address that holds nothing but a number', () => {
  expect(telAddress('021-5588 0000')).toBe('tel:02155880000');
  expect(telAddress('+86 (21) 5588')).toBe('tel:+86215588');
  expect(telAddress('110"><script>')).toBe('tel:110');
});

test('emergency numbers come first, the rest by role, place and name', () => {
  const entry = (role: string, position: number, name: string) => ({ role, position, name });
  const book = [
    entry('other', 0, '锁匠'),
    entry('buildingLead', 1, '2号楼'),
    entry('buildingLead', 0, '1号楼'),
    entry('gone', 0, '旧'),
    entry('police', 0, '110'),
  ].sort(byBook);
  expect(book.map(({ name }) => name)).toEqual(['110', '1号楼', '2号楼', '锁匠', '旧']);
});

test('only people who lend their own telephone are private', () => {
  expect(isPrivateRole('buildingLead')).toBe(true);
  expect(isPrivateRole('policeOfficer')).toBe(false);
});
