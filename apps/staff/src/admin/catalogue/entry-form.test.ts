import { ItemEntry, type ItemShown } from '@qzt/contract/catalogue';
import { expect, test } from 'vitest';
import catalogue from '../../../../../content/catalogue/catalogue.json' with { type: 'json' };
import details from '../../../../../content/catalogue/details.json' with { type: 'json' };
import { entryOf, faultsByField, formOf, merged } from './entry-form.ts';

const shipped = catalogue.map(({ code, standing: _standing, ...item }): ItemShown => {
  const { standing: _ofText, ...text } = details[code as keyof typeof details];
  return { ...item, details: text } as ItemShown;
});

test('each of the shipped items is written again as it was read, and may be stored so', () => {
  for (const item of shipped) {
    const again = entryOf(formOf(item), item.kind);
    expect(again).toEqual(item);
    expect(ItemEntry.safeParse(again).error).toBeUndefined();
  }
});

const [first] = shipped;

test('copies stand behind a material, and a telephone is known by its digits', () => {
  const form = {
    ...formOf(first!),
    materials: '结婚证 2份\n身份证\n\n 第2份材料 ',
    places: '受理中心;某路1号;021-5555 0000\n接待台;5555 0001\n窗口;二楼',
  };
  const entry = entryOf(form, 'contactless');
  expect(entry).toMatchObject({
    materials: ['结婚证', '身份证', '第2份材料'],
    copies: { 结婚证: 2 },
    details: {
      places: [
        { name: '受理中心', address: '某路1号', phone: '021-5555 0000' },
        { name: '接待台', phone: '5555 0001' },
        { name: '窗口', address: '二楼' },
      ],
    },
  });
  expect(entryOf(formOf(entry as ItemShown), 'contactless')).toEqual(entry);
});

test('of two edits of one version neither is lost, and where both touched a part, his own stays', () => {
  const base = formOf(first!);
  const mine = { ...base, fee: '先问清', limit: '3' };
  const theirs = { ...base, limit: '4', materials: '坏伞' };
  expect(merged(base, mine, theirs)).toEqual({ ...theirs, fee: '先问清', limit: '3' });
});

test('a fault is shown at the field and the line in which it was written', () => {
  expect(
    faultsByField({
      'entry.limitWorkingDays': '请填写',
      'entry.details.steps.2': '太长了',
      'entry.copies': '份数不对',
      reason: '请填写',
    }),
  ).toEqual({ limit: '请填写', steps: '第 3 行:太长了', materials: '份数不对', reason: '请填写' });
});
