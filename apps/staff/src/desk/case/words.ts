import type { CaseView } from '@qzt/contract/reception';
import { CASE_FLAGS, ENDING_LABELS, STATUS_LABELS } from '@qzt/domain/reception';

/** Status and, once closed, how it ended. */
export const statusText = (line: Pick<CaseView, 'status' | 'ending'>): string =>
  line.status === 'closed' && line.ending !== null
    ? `${STATUS_LABELS.closed} · ${ENDING_LABELS[line.ending]}`
    : STATUS_LABELS[line.status];

const FLAGS: Readonly<Record<string, string>> = CASE_FLAGS;

export const flagText = (flag: string): string => FLAGS[flag] ?? flag;

export const HOW_LABELS: Readonly<Record<string, string>> = {
  desk: '当面',
  phone: '电话',
  visit: '上门',
  paper: '书面',
};

export const CLOSE_REASON_LABELS: Readonly<Record<string, string>> = {
  died: '居民去世',
  moved: '居民迁走',
  unreachable: '联系不上',
};

const DUE: Readonly<Record<string, string>> = {
  accept: '前受理',
  limit: '前办好',
  resident: '(等居民补材料,时限暂停)',
};

/** What follows the due time: 今天 16:00 前受理. */
export const dueSuffix = (kind: CaseView['dueKind']): string =>
  kind === null ? '' : (DUE[kind] ?? '');
