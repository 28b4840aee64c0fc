import type { TemplateFault } from '@qzt/domain/certificate';
import type { Fault } from '../../platform/refusal.ts';

const MESSAGES: Readonly<Record<TemplateFault['reason'], (fault: TemplateFault) => string>> = {
  required: () => '请填写',
  'unknown-field': () => '这个样式里没有这一项,请去掉',
  'too-long': ({ max }) => `太长了,请不超过 ${max} 个字`,
  'not-a-date': () => '没有这一天,请检查',
  'in-future': () => '日期不能在将来,请检查',
  'not-an-id-number': () => '身份证号码对不上,请核对 18 位号码',
  'not-an-option': () => '请从给出的里面选一个',
};

/** What is wrong with the blanks of a template, in words that say what to do. */
export const fieldFaults = (faults: readonly TemplateFault[]): Fault[] =>
  faults.map((fault) => ({
    path: `fields.${fault.key}`,
    code: fault.reason,
    message: MESSAGES[fault.reason](fault),
  }));
