import type { CaseView } from '@qzt/contract/reception';
import { EVENT_TYPES, rowOf } from '@qzt/domain/reception';
import { dayText, momentText } from '@qzt/ui';
import { CALLED } from '../danger/called.ts';
import { CLOSE_REASON_LABELS, HOW_LABELS } from './words.ts';

type Event = CaseView['events'][number];
type Data = Event['data'];

/** The text under a path of the event's data; empty where an erasure or nobody has left any. */
const textAt = (data: Data, path: string): string => {
  let value: unknown = data;
  for (const key of path.split('.'))
    value =
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<string, unknown>>)[key]
        : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

const materialsOf = (data: Data): string => {
  const list = Array.isArray(data.materials) ? data.materials : [];
  return list
    .map((entry) => {
      if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return '';
      return `${String(entry.name ?? '')} ${String(entry.copies ?? 1)} 份`;
    })
    .filter((text) => text !== '')
    .join('、');
};

/** What somebody wrote, closed by a full stop where it has none. */
const sentence = (text: string): string => (/[。!?]$/.test(text) ? text : `${text}。`);
const after = (lead: string, text: string): string => (text === '' ? '' : `${lead}${text}`);
const how = (data: Data): string => after(',', HOW_LABELS[textAt(data, 'how')] ?? '');
const whenAt = (data: Data): string => {
  const at = textAt(data, 'at');
  return at === '' ? '' : momentText(at);
};
const until = (data: Data): string => {
  const value = textAt(data, 'until');
  return value.includes('T') ? momentText(value) : dayText(value);
};

/** 110 and its like are said once: the number stands beside. */
const labelOfCall = (data: Data): string =>
  (CALLED[textAt(data, 'whom')] ?? '').replace(/^\d+ /, '');

const SENTENCES: Readonly<Record<string, (data: Data) => string>> = {
  register: (d) => `登记了这件事${after(',收到', materialsOf(d))}`,
  accept: () => '受理,开始办',
  'ask-materials': (d) => `请居民补:${materialsOf(d)}${after('。', textAt(d, 'why'))}`,
  'receive-materials': (d) => `收到材料:${materialsOf(d)}`,
  refer: (d) => `转给${textAt(d, 'to.name') || '对口部门'}办`,
  dispatch: (d) =>
    `派给${textAt(d, 'provider.name') || '服务人员'}${after(',电话 ', textAt(d, 'provider.phone'))}`,
  'take-back': () => '收回自己办',
  answer: (d) => `答复:${textAt(d, 'answer') || '(内容已删除)'}`,
  confirm: (d) => `居民确认办好了${how(d)}`,
  contest: (d) => `居民不认可${how(d)}`,
  refuse: (d) =>
    `不予办理:${sentence(textAt(d, 'reason'))}可以找${textAt(d, 'instead.office')}${after(',电话 ', textAt(d, 'instead.phone'))}`,
  transfer: (d) => `移交给${textAt(d, 'to.office') || textAt(d, 'to.name') || '别的单位'}`,
  withdraw: () => '居民撤回',
  tell: (d) => `已把答复告诉居民${how(d)}`,
  call: (d) =>
    `打了电话:${[labelOfCall(d), textAt(d, 'name'), textAt(d, 'number')].filter((t) => t !== '').join(' ')}`,
  alarm: () => '标为应急',
  'all-clear': () => '不是急事了',
  'must-report': () => '这件事要向公安机关报告,已转为保密',
  share: (d) => `让${textAt(d, 'names.staff.name') || '一位同事'}知情`,
  unshare: (d) => `不再让${textAt(d, 'names.staff.name') || '一位同事'}知情`,
  report: (d) =>
    d.reported === true
      ? `已向${textAt(d, 'to') || '公安机关'}报告${after(',电话 ', textAt(d, 'number'))}${after(',', whenAt(d))}`
      : `没有报告:${textAt(d, 'reason')}`,
  close: (d) => `结束${after(':', CLOSE_REASON_LABELS[textAt(d, 'reason')] ?? '')}`,
  duplicate: () => '与另一件重复,并入那一件',
  reopen: (d) => `重新办理${how(d)}${after(',首问责任人为', textAt(d, 'names.firstAsked.name'))}`,
  extend: (d) =>
    `延期到${until(d)}:${textAt(d, 'reason')}${after('。同意人 ', textAt(d, 'approvedBy'))}`,
  assign: (d) => {
    const firstAsked = after('首问责任人改为', textAt(d, 'names.firstAsked.name'));
    const handler = after('经办人改为', textAt(d, 'names.handler.name'));
    const parts = [firstAsked, handler].filter((text) => text !== '').join(',') || '改派';
    return `${parts}${after(':', textAt(d, 'reason'))}`;
  },
  contact: (d) =>
    `补了联系方式:${[textAt(d, 'name'), textAt(d, 'phone')].filter((t) => t !== '').join(' ')}`,
  note: () => '备注',
  // The answer itself is the resident's: no single one stands at the desk where it was given.
  rate: () => '居民评价了',
};

const known = (type: string): type is (typeof EVENT_TYPES)[number] =>
  (EVENT_TYPES as readonly string[]).includes(type);

/** One event as a plain sentence. A type added later reads as its label, or as its code rather than not at all. */
export const eventText = ({ type, data, note }: Pick<Event, 'type' | 'data' | 'note'>): string => {
  const label = known(type) ? rowOf(type).label : type;
  const sentence = SENTENCES[type]?.(data) ?? label;
  return note === null || note === '' ? sentence : `${sentence}。${note}`;
};
