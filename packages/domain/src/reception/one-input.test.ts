import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInput } from './index.ts';

test.each([
  ['3号楼502', { by: 'door', q: '3号楼502' }],
  ['3/502', { by: 'door', q: '3/502' }],
  ['502', { by: 'door', q: '502' }],
  ['13800000001', { by: 'phone', q: '13800000001' }],
  ['138 0000 0001', { by: 'phone', q: '13800000001' }],
  ['0001', { by: 'door', q: '0001' }],
  ['wxy', { by: 'initials', q: 'wxy' }],
  ['wangxiuying', { by: 'initials', q: 'wangxiuying' }],
  ['王秀英', { by: 'name', q: '王秀英' }],
  ['3号楼', { by: 'door', q: '3号楼' }],
  ['3/', { by: 'door', q: '3/' }],
  ['3号楼 张', { by: 'door', q: '3号楼张', surname: '张' }],
  ['3号楼张阿姨', { by: 'door', q: '3号楼张', surname: '张' }],
  ['刘阿婆', { by: 'name', q: '刘', surname: '刘' }],
  ['王阿姨', { by: 'name', q: '王', surname: '王' }],
  ['张师傅', { by: 'name', q: '张', surname: '张' }],
  ['欧阳娜娜', { by: 'name', q: '欧阳娜娜' }],
])('%s alone points to a person', (text, person) => {
  expect(readInput(text).person).toEqual(person);
});

test('what can be a name or a matter is looked for as both; a matter in plain words as a matter alone', () => {
  expect(readInput('高龄津贴')).toMatchObject({ matter: '高龄津贴', person: { by: 'name' } });
  expect(readInput('jinglaoka')).toMatchObject({ matter: 'jinglaoka', person: { by: 'initials' } });
  expect(readInput('wxy').matter).toBe('');
  expect(readInput('刘阿婆')).toMatchObject({ matter: '', name: '刘阿婆' });
  expect(readInput('3号楼漏水')).toMatchObject({ matter: '3号楼漏水', person: null });
  expect(readInput('借伞')).toMatchObject({ matter: '借伞', person: null });
  expect(readInput('我儿媳怀孕了,想办一张孕妇联系单')).toEqual({
    matter: '我儿媳怀孕了,想办一张孕妇联系单',
    person: null,
    caseNumber: null,
    phone: null,
    name: null,
  });
});

test.each([
  ['王阿姨住3号楼502,要办敬老卡', '要办敬老卡', { by: 'door', q: '3号楼502', surname: '王' }],
  ['老李师傅说楼道灯坏了', '说楼道灯坏了', null],
  ['我叫王秀英,敬老卡丢了', '敬老卡丢了', { by: 'name', q: '王秀英' }],
  ['敬老卡丢了,电话13800000001', '敬老卡丢了,电话', { by: 'phone', q: '13800000001' }],
  ['12号1801室楼上漏水', '楼上漏水', { by: 'door', q: '12号1801室' }],
])('%s: the finder gets the matter, the search the person', (text, matter, person) => {
  expect(readInput(text)).toMatchObject({ matter, person });
});

test.each(['我家楼上漏水', '老师说要居住证明', '大家都想装电梯', '想问问家里老人的补贴'])(
  '%s addresses nobody',
  (text) => {
    expect(readInput(text)).toMatchObject({ matter: text, person: null });
  },
);

test('a case is found by its number, with the dash or without; without it, it may also be a telephone', () => {
  expect(readInput('261124-012345')).toMatchObject({ caseNumber: '261124-012345', person: null });
  expect(readInput('261124012345').caseNumber).toBe('261124-012345');
  expect(readInput('2611240123').caseNumber).toBeNull();
});

test('no text is too odd or too long to be read, and nothing is invented', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const { matter } = readInput(text);
      expect(matter.length).toBeLessThanOrEqual(text.normalize('NFKC').length);
    }),
  );
  expect(readInput('漏水'.repeat(50_000)).matter).toHaveLength(100_000);
});
