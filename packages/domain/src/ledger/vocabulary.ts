/**
 * The registers that an office keeps by hand, and that here are views over contacts, cases and events: nothing is
 * written for them.
 */
export const REGISTERS = ['reception', 'certificate', 'loan', 'urgent'] as const;
export type Register = (typeof REGISTERS)[number];

export const REGISTER_LABELS: Readonly<Record<Register, string>> = {
  reception: '首问接待登记',
  certificate: '证明登记',
  loan: '借还登记',
  urgent: '应急登记',
};

/** How far a line of a register has come, for the filter; a line can be in several. */
export const LINE_STATUSES = ['open', 'late', 'answered', 'done', 'refused'] as const;
export type LineStatus = (typeof LINE_STATUSES)[number];

export const LINE_STATUS_LABELS: Readonly<Record<LineStatus, string>> = {
  open: '还没办完',
  late: '已超时',
  answered: '已答复,等回音',
  done: '已了结',
  refused: '不予办理',
};

/** How often the resident came for a matter: not at all, once, more often. */
export const TRIPS = ['none', 'one', 'more'] as const;
export type Trips = (typeof TRIPS)[number];

export const TRIP_LABELS: Readonly<Record<Trips, string>> = {
  none: '没跑(0 趟)',
  one: '一趟',
  more: '两趟及以上',
};

export const CHANNEL_LABELS = {
  desk: '窗口',
  phone: '电话',
  online: '网上',
  visit: '走访',
  activity: '活动',
} as const;
