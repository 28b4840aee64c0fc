/** Words that the contract fixes, with the words of the screens. */

export const CASE_KINDS = ['application', 'problem', 'inquiry', 'certificate'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

export const STATUSES = [
  'registered',
  'accepted',
  'waiting-resident',
  'referred',
  'dispatched',
  'answered',
  'contested',
  'closed',
] as const;
export type CaseStatus = (typeof STATUSES)[number];

export const STATUS_LABELS: Readonly<Record<CaseStatus, string>> = {
  registered: '已登记',
  accepted: '办理中',
  'waiting-resident': '等居民补材料',
  referred: '已转办',
  dispatched: '已派单',
  answered: '已答复',
  contested: '居民有异议',
  closed: '已办结',
};

export const ENDINGS = [
  'settled',
  'confirmed',
  'unconfirmed',
  'transferred',
  'refused',
  'withdrawn',
  'duplicate',
] as const;
export type CaseEnding = (typeof ENDINGS)[number];

export const ENDING_LABELS: Readonly<Record<CaseEnding, string>> = {
  settled: '当场办结',
  confirmed: '居民已确认',
  unconfirmed: '居民未回音',
  transferred: '已移交',
  refused: '不予办理',
  withdrawn: '居民撤回',
  duplicate: '重复登记',
};

export const CHANNELS = ['desk', 'phone', 'online', 'visit', 'activity'] as const;
export type Channel = (typeof CHANNELS)[number];

export const OUTCOMES = ['settled', 'advice', 'referred', 'refused', 'case'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How a resident let a worker speak for him. */
export const HOWS = ['desk', 'phone', 'visit', 'paper'] as const;
export type How = (typeof HOWS)[number];

/** Every status but `closed`. */
export const OPEN_STATUSES = [
  'registered',
  'accepted',
  'waiting-resident',
  'referred',
  'dispatched',
  'answered',
  'contested',
] as const satisfies readonly CaseStatus[];

/** Why an open case may be closed although nobody answered it. */
export const CLOSE_REASONS = ['died', 'moved', 'unreachable'] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];
