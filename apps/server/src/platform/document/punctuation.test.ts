import { expect, test } from 'vitest';
import { onPaper } from './index.ts';

test.each([
  ['暂按5个工作日,待核实', '暂按5个工作日，待核实'],
  ['打120,问清地址', '打120，问清地址'],
  ['孕妇联系单(卡)办理', '孕妇联系单（卡）办理'],
  ['(地址待街道填写),先问', '（地址待街道填写），先问'],
  ['说:“我在这里”;再等', '说：“我在这里”；再等'],
  ['工作日 8:00-16:30', '工作日 8:00-16:30'],
  ['除颤仪(AED)', '除颤仪(AED)'],
])('%s stands on paper as %s', (text, paper) => {
  expect(onPaper(text)).toBe(paper);
});
