import { v7 as uuidv7 } from 'uuid';
import type { Client } from '../../testing/product.ts';
import type { Status } from './case-model.ts';
import type { Committee } from './committee.ts';

const materials = [{ name: '居住地址', copies: 1 }];
const instead = { office: '派出所' };
const provider = { name: '邻里维修', phone: '13800000002' };
const extend = { until: '2026-12-31', reason: '等回函', approvedBy: '李建国' };
const n = '情况说明';

/** What it is, the event's `data`, and its note unless that is beside the point. */
export type Example = readonly [string, unknown, string?];
export interface Rule {
  readonly type: string;
  readonly from: Status;
  readonly who: () => Client;
  readonly bad: () => readonly Example[];
  readonly good: () => readonly Example[];
}

/** Each rule on data of the contract's table: what must be refused as 422, what must be taken. */
export function dataRules(who: () => Committee): Rule[] {
  const worker = (): Client => who().worker;
  const head = (): Client => who().head;
  const away = () => ({ to: { kind: 'centre', id: who().world.centreId } });
  return [
    {
      type: 'accept',
      from: 'registered',
      who: worker,
      bad: () => [['data of its own', { by: 'me' }]],
      good: () => [
        ['nothing', undefined],
        ['an empty object', {}],
      ],
    },
    {
      type: 'ask-materials',
      from: 'accepted',
      who: worker,
      bad: () => [
        ['nothing', undefined],
        ['no material', { materials: [] }],
        ['no copies', { materials: [{ name: '照片' }] }],
        ['off the notice without why', { materials: [{ name: '房产证', copies: 1 }] }],
        ['a why of spaces', { materials: [{ name: '房产证', copies: 1 }], why: ' ' }],
      ],
      good: () => [
        ['on the notice', { materials }],
        ['off the notice with why', { materials: [{ name: '房产证', copies: 1 }], why: '租住' }],
      ],
    },
    {
      type: 'receive-materials',
      from: 'waiting-resident',
      who: worker,
      bad: () => [
        ['nothing', undefined],
        ['none', { materials: [] }],
      ],
      good: () => [['what was asked', { materials }]],
    },
    {
      type: 'refer',
      from: 'accepted',
      who: worker,
      bad: () => [
        ['nothing', undefined],
        ['nowhere', { to: { kind: 'centre', id: uuidv7() } }],
        ['a committee', { to: { kind: 'department', id: who().staff.neighbour.org } }],
        ['the wrong kind', { to: { kind: 'department', id: who().world.centreId } }],
        ['a person', { to: { kind: 'centre', id: who().staff.head.id } }],
      ],
      good: () => [
        ['the centre', away()],
        ['a department', { to: { kind: 'department', id: who().staff.officer.org } }],
      ],
    },
    {
      type: 'dispatch',
      from: 'accepted',
      who: worker,
      bad: () => [
        ['nothing', undefined],
        ['nobody', { provider: { phone: '13800000002' } }],
        ['no phone', { provider: { name: '邻里维修' } }],
        ['an unknown kind', { provider: { ...provider, kind: 'robot' } }],
        ['an impossible time', { provider, at: '2026-11-31T10:00:00+08:00' }],
      ],
      good: () => [
        ['a name', { provider }],
        [
          'a volunteer at a time',
          { provider: { ...provider, kind: 'volunteer' }, at: '2026-11-25T10:00:00+08:00' },
        ],
        ['an id', { provider: { id: uuidv7(), phone: '13800000002' } }],
      ],
    },
    {
      type: 'take-back',
      from: 'referred',
      who: worker,
      bad: () => [['no note', undefined, '']],
      good: () => [['a note', undefined, n]],
    },
    {
      type: 'answer',
      from: 'accepted',
      who: worker,
      bad: () => [
        ['nothing', undefined],
        ['spaces', { answer: '  ' }],
        ['a number', { answer: 1 }],
      ],
      good: () => [['words', { answer: '好了' }]],
    },
    {
      type: 'confirm',
      from: 'answered',
      who: worker,
      bad: () => [
        ['a worker without how', undefined],
        ['an unknown how', { how: 'online' }],
      ],
      good: () => ['desk', 'phone', 'visit', 'paper'].map((how) => [how, { how }]),
    },
    {
      type: 'contest',
      from: 'answered',
      who: worker,
      bad: () => [['no note', { how: 'phone' }, '']],
      good: () => [['a note', { how: 'phone' }, n]],
    },
    {
      type: 'refuse',
      from: 'registered',
      who: worker,
      bad: () => [
        ['nothing', undefined],
        ['no reason', { instead }],
        ['a bare no', { reason: '不归居委' }],
        ['no office', { reason: '不归居委', instead: { phone: '12345' } }],
      ],
      good: () => [
        ['the office that helps', { reason: '不归居委', instead }],
        ['and its phone', { reason: '不归居委', instead: { ...instead, phone: '021-5500 0000' } }],
      ],
    },
    {
      type: 'transfer',
      from: 'accepted',
      who: head,
      bad: () => [
        ['nowhere', undefined, n],
        ['no note', away(), ''],
      ],
      good: () => [['both', away(), n]],
    },
    {
      type: 'withdraw',
      from: 'accepted',
      who: worker,
      bad: () => [['data of its own', { why: 'x' }]],
      good: () => [['nothing', undefined]],
    },
    {
      type: 'close',
      from: 'accepted',
      who: head,
      bad: () => [
        ['an unknown reason', { reason: 'bored' }],
        ['negative tries', { reason: 'moved', tries: -1 }],
      ],
      good: () => [
        ['died', { reason: 'died' }],
        ['unreachable', { reason: 'unreachable', tries: 3 }],
      ],
    },
    {
      type: 'duplicate',
      from: 'accepted',
      who: worker,
      bad: () => [
        ['of nothing', undefined],
        ['of no id', { of: 'x' }],
      ],
      good: () => [['of another', { of: who().world.otherCaseId }]],
    },
    {
      type: 'reopen',
      from: 'closed',
      who: worker,
      bad: () => [
        ['a worker without how', undefined, n],
        ['no note', { how: 'desk' }, ''],
      ],
      good: () => [['both', { how: 'desk' }, n]],
    },
    {
      type: 'extend',
      from: 'accepted',
      who: head,
      bad: () => [
        ['nothing', undefined],
        ['no day', { ...extend, until: '2026-02-30' }],
        ['the past', { ...extend, until: '2026-11-01' }],
        ['no reason', { ...extend, reason: undefined }],
        ['nobody agreed', { ...extend, approvedBy: '' }],
      ],
      good: () => [
        ['a day', extend],
        ['an instant', { ...extend, until: '2026-12-31T12:00:00+08:00' }],
      ],
    },
    {
      type: 'assign',
      from: 'accepted',
      who: head,
      bad: () => [
        ['nobody', { reason: '轮休' }],
        ['no reason', { firstAsked: who().world.colleagueId }],
        ['a stranger', { firstAsked: uuidv7(), reason: '轮休' }],
        ['a neighbour', { firstAsked: who().staff.neighbour.id, reason: '轮休' }],
        ['an officer', { handler: who().staff.officer.id, reason: '轮休' }],
      ],
      good: () => [
        ['one', { firstAsked: who().world.colleagueId, reason: '轮休' }],
        [
          'both',
          { firstAsked: who().world.colleagueId, handler: who().world.colleagueId, reason: '轮休' },
        ],
      ],
    },
    {
      type: 'note',
      from: 'accepted',
      who: worker,
      bad: () => [['no note', undefined, '']],
      good: () => [['a note', undefined, n]],
    },
    {
      type: 'rate',
      from: 'closed',
      who: worker,
      bad: () => [
        ['nothing', undefined],
        ['above', { score: 6, of: 5 }],
        ['half', { score: 1.5, of: 5 }],
        ['no scale', { score: 3 }],
      ],
      good: () => [['a score', { score: 5, of: 5 }]],
    },
  ];
}
