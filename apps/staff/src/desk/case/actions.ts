import { PROBLEMS } from '@qzt/contract';
import { EVENT_DATA, type PostableType } from '@qzt/contract/reception';
import { CASE_TABLE } from '@qzt/domain/reception';
import { CALLED } from '../danger/called.ts';
import { CLOSE_REASON_LABELS, HOW_LABELS } from './words.ts';

export type FieldKind =
  | 'text'
  | 'long'
  | 'date'
  | 'moment'
  | 'count'
  | 'choice'
  | 'score'
  | 'yes-no'
  | 'office'
  | 'destination'
  | 'colleague'
  | 'case'
  | 'materials'
  | 'trip';

/** One input of an action; `path` is where its value goes in the event. */
export interface FieldSpec {
  readonly path: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly must?: boolean;
  readonly options?: Readonly<Record<string, string>>;
  /** Only where some material was not told at the first contact; then it must be filled. */
  readonly secondAsk?: boolean;
}

export interface ActionSpec {
  readonly label: string;
  /** Ends the matter or takes it away: shown apart from the everyday steps. */
  readonly grave?: boolean;
  readonly fields: readonly FieldSpec[];
  /** Values that the form starts with. */
  readonly initial?: Readonly<Record<string, unknown>>;
}

const note = (must = false, label = '说明'): FieldSpec => ({
  path: 'note',
  label,
  kind: 'long',
  must,
});
const how: FieldSpec = {
  path: 'data.how',
  label: '居民怎么说的',
  kind: 'choice',
  must: true,
  options: HOW_LABELS,
};
const reason: FieldSpec = { path: 'data.reason', label: '原因', kind: 'long', must: true };
const materials: FieldSpec = {
  path: 'data.materials',
  label: '材料',
  kind: 'materials',
  must: true,
};

/** Not part of the event: whether bringing the papers cost the resident a trip of its own. */
export const TRIP = 'trip';

type Fields = Omit<ActionSpec, 'label'>;

const FORMS: Readonly<Record<PostableType, Fields>> = {
  accept: { fields: [] },
  'ask-materials': {
    fields: [
      { ...materials, label: '还缺什么' },
      { path: 'data.why', label: '第一次为什么没有告诉居民要这样', kind: 'text', secondAsk: true },
    ],
  },
  'receive-materials': {
    fields: [
      { ...materials, label: '收到什么' },
      {
        path: TRIP,
        label: '居民为补这些又跑了一趟吗',
        kind: 'trip',
        must: true,
        options: { yes: '又跑了一趟', no: '没有多跑(寄来、顺路、线上)' },
      },
    ],
  },
  refer: {
    fields: [{ path: 'data.to', label: '转给', kind: 'office', must: true }, note()],
  },
  dispatch: {
    fields: [
      {
        path: 'data.provider.kind',
        label: '派给',
        kind: 'choice',
        options: { provider: '服务商', volunteer: '志愿者' },
      },
      { path: 'data.provider.name', label: '名称', kind: 'text', must: true },
      { path: 'data.provider.phone', label: '电话', kind: 'text', must: true },
      { path: 'data.at', label: '约定时间', kind: 'moment' },
    ],
    initial: { 'data.provider.kind': 'provider' },
  },
  'take-back': { fields: [note(true, '为什么收回')] },
  answer: { fields: [{ path: 'data.answer', label: '答复内容', kind: 'long', must: true }] },
  confirm: { fields: [how, note()], initial: { 'data.how': 'desk' } },
  contest: {
    fields: [how, note(true, '居民的意见')],
    initial: { 'data.how': 'desk' },
  },
  refuse: {
    grave: true,
    fields: [
      reason,
      { path: 'data.instead.office', label: '可以找哪里办', kind: 'text', must: true },
      { path: 'data.instead.phone', label: '那里的电话', kind: 'text' },
    ],
  },
  transfer: {
    grave: true,
    fields: [
      { path: 'data.to', label: '移交给', kind: 'destination', must: true },
      note(true, '为什么移交'),
    ],
  },
  withdraw: { grave: true, fields: [note()] },
  close: {
    grave: true,
    fields: [
      { path: 'data.reason', label: '原因', kind: 'choice', options: CLOSE_REASON_LABELS },
      { path: 'data.tries', label: '联系过几次', kind: 'count' },
      note(),
    ],
  },
  duplicate: {
    grave: true,
    fields: [{ path: 'data.of', label: '与哪一件重复', kind: 'case', must: true }, note()],
  },
  reopen: {
    fields: [{ ...how, must: false }, note(true, '为什么重新办理')],
    initial: { 'data.how': 'desk' },
  },
  extend: {
    fields: [
      { path: 'data.until', label: '延到哪天', kind: 'date', must: true },
      reason,
      { path: 'data.approvedBy', label: '谁同意的', kind: 'text', must: true },
    ],
  },
  assign: {
    fields: [
      { path: 'data.firstAsked', label: '首问责任人', kind: 'colleague' },
      { path: 'data.handler', label: '经办人', kind: 'colleague' },
      reason,
    ],
  },
  contact: {
    fields: [
      { path: 'data.phone', label: '电话', kind: 'text', must: true },
      { path: 'data.name', label: '姓名', kind: 'text' },
    ],
  },
  note: { fields: [note(true, '备注')] },
  rate: {
    fields: [
      {
        path: 'data.score',
        label: '居民满意吗',
        kind: 'score',
        must: true,
        options: { 3: '满意', 2: '一般', 1: '不满意' },
      },
    ],
    initial: { 'data.of': 3 },
  },
  tell: {
    fields: [{ ...how, label: '怎么告诉的' }, note()],
    initial: { 'data.how': 'phone' },
  },
  report: {
    fields: [
      {
        path: 'data.reported',
        label: '向公安机关报告了吗',
        kind: 'yes-no',
        must: true,
        options: { yes: '已报告', no: '没有报告,原因如下' },
      },
      { path: 'data.to', label: '报告给谁', kind: 'text' },
      { path: 'data.number', label: '打的哪个电话', kind: 'text' },
      { path: 'data.at', label: '什么时候报告的(不填就是现在)', kind: 'moment' },
      { path: 'data.reason', label: '没有报告的原因', kind: 'long' },
    ],
    initial: { 'data.to': '辖区派出所', 'data.number': '110' },
  },
  call: {
    fields: [
      { path: 'data.whom', label: '打给谁', kind: 'choice', must: true, options: CALLED },
      { path: 'data.name', label: '谁接的', kind: 'text' },
      { path: 'data.number', label: '号码', kind: 'text' },
      note(),
    ],
  },
  alarm: { fields: [note(false, '为什么是急事')] },
  'all-clear': { fields: [note(true, '为什么不是急事')] },
  'must-report': { fields: [note()] },
  share: {
    fields: [{ path: 'data.staff', label: '让谁知情', kind: 'colleague', must: true }, note()],
  },
  unshare: {
    fields: [{ path: 'data.staff', label: '不再让谁知情', kind: 'colleague', must: true }, note()],
  },
};

/** Every step that the contract lets one post, with the words of the table of transitions. */
export const isPostable = (type: string): type is PostableType => Object.hasOwn(EVENT_DATA, type);

export const actionOf = (type: PostableType): ActionSpec => ({
  label: CASE_TABLE[type].label,
  ...FORMS[type],
});

/** What the server says of a step that is no longer open; shown as well when the screen notices it first. */
export const NOT_OPEN = PROBLEMS['transition-not-allowed'].title;
