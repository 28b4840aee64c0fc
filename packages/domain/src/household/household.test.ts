import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  doorQueryToken,
  doorTokens,
  initialTokens,
  maskDoor,
  maskName,
  maskPhone,
  nameQueryTokens,
  nameTokens,
  phoneTokens,
  readDoor,
  readQuery,
  spelledInitials,
} from './index.ts';

test.each([
  ['张三', '张*'],
  ['张小三', '张**'],
  ['欧阳娜娜', '欧阳**'],
  ['欧阳', '欧*'],
  ['阿依古丽·买买提', '阿***'],
  ['Anna Smith', 'A***'],
  ['李', '*'],
  ['  ', ''],
])('%s is shown as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

test.each([
  ['13800000001', '138****0001'],
  ['+86 138-0000-0001', '138****0001'],
  ['021-65550123', '****0123'],
  ['110', '****'],
])('the number %s is shown as %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});

test.each([
  ['林云一村3号楼502', '林云一村3号楼***'],
  ['林云路100弄3号502室', '林云路100弄3号***室'],
  ['桥下', '***'],
])('the door %s is shown as %s', (door, masked) => {
  expect(maskDoor(door)).toBe(masked);
});

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
const someName = fc.array(han, { minLength: 2, maxLength: 5 }).map((letters) => letters.join(''));

test('masking hides the given name of everybody, and something always', () => {
  fc.assert(
    fc.property(someName, (name) => {
      const masked = maskName(name);
      const shown = masked.replace(/\*+$/, '');
      expect(name.startsWith(shown)).toBe(true);
      expect(shown.length).toBeLessThanOrEqual(2);
      expect(shown.length).toBeLessThan(name.length);
      expect(masked.length).toBeGreaterThan(shown.length);
    }),
  );
});

test('any part of a name finds it; two names share a key only where they share a part', () => {
  fc.assert(
    fc.property(someName, someName, fc.nat(4), fc.nat(4), (name, other, one, two) => {
      const letters = [...name];
      const part = letters.slice(Math.min(one, two), Math.max(one, two) + 1).join('');
      const filed = new Set(nameTokens(name));
      for (const token of nameQueryTokens(part)) expect(filed).toContain(token);
      const found = nameQueryTokens(other).every((token) => filed.has(token));
      if (found && [...other].length === 2) expect(name).toContain(other);
    }),
  );
  expect(nameTokens('张小三')).toEqual(['张', '小', '三', '张小', '小三']);
  expect(nameQueryTokens('张小三')).toEqual(['张小', '小三']);
  expect(nameQueryTokens('阿依古丽 · 买买提')).toEqual(nameQueryTokens('阿依古丽买买提'));
});

test('initials are filed from two letters on; a number whole and by its end', () => {
  expect(initialTokens('ZXS')).toEqual(['zx', 'zxs']);
  expect(phoneTokens('+86 138 0000 0001')).toEqual(['13800000001', '0001']);
  expect(phoneTokens('')).toEqual([]);
});

test.each([
  ['3号楼502', { estate: '', building: '3', room: '502' }],
  ['3-502', { estate: '', building: '3', room: '502' }],
  ['3-2-502', { estate: '', building: '3', unit: '2', room: '502' }],
  ['03幢2单元502室', { estate: '', building: '3', unit: '2', room: '502' }],
  ['林云一村3号502室', { estate: '林云一村', building: '3', room: '502' }],
  ['林云路100弄3号 502室', { estate: '林云路100弄', building: '3', room: '502' }],
  ['3号楼502', { estate: '', building: '3', room: '502' }],
  ['12号楼1A', { estate: '', building: '12', room: '1a' }],
])('%s is read as a door', (text, door) => {
  expect(readDoor(text)).toEqual(door);
});

test('however a door is asked for, it finds the door as it is filed', () => {
  const filed = doorTokens({ building: '3', unit: '2', room: '0502' });
  for (const q of ['3号楼502', '3-502', '3幢2单元502', '林云一村3号502室']) {
    expect(filed).toContain(doorQueryToken(readDoor(q)!));
  }
  expect(filed).not.toContain(doorQueryToken(readDoor('13-502')!));
});

test.each([
  ['张三', ['name']],
  ['王', ['name', 'name']],
  ['秀', ['name']],
  ['3号楼', ['building']],
  ['3/', ['building']],
  ['林云一村3号', ['building']],
  ['3号楼 张', ['building']],
  ['3楼', []],
  ['灯坏了3号楼', []],
  ['zs', ['initials', 'name']],
  ['13800000001', ['phone']],
  ['138 0000 0001', ['phone']],
  ['65550123', ['phone']],
  ['0001', ['phone', 'door']],
  ['502', ['door']],
  ['1502室', ['door']],
  ['3-502', ['door']],
  ['林云一村3号502室', ['door']],
  ['Anna Smith', ['name']],
  ['12', []],
  ['   ', []],
  ["'; drop table", ['name']],
  ['%', []],
])('%j can mean %j', (q, kinds) => {
  expect(readQuery(q).map((reading) => reading.kind)).toEqual(kinds);
});

test('no text is too odd to be read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (q) => {
      for (const reading of readQuery(q)) expect(reading.tokens.length).toBeGreaterThan(0);
    }),
  );
});

test.each([
  ['wangxiuying', ['wxy']],
  ['zhangsan', ['zs']],
  ['ouyangnana', ['oynn']],
  ['wangx', ['wx']],
  ['xian', ['xa']],
  ['wxy', []],
  ['anna', ['an']],
])('%s spells %j', (letters, initials) => {
  expect(spelledInitials(letters)).toEqual(expect.arrayContaining(initials));
  if (initials.length === 0) expect(spelledInitials(letters)).toEqual([]);
});
