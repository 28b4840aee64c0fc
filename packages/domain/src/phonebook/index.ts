/**
 * Whom the desk calls. A role is what the danger card, the offline kit and the messages look for; `other` is anybody
 * else. The order is that of the book.
 */
export const PHONE_ROLES = {
  police: '110 报警',
  fire: '119 火警',
  ambulance: '120 急救',
  gas: '燃气抢修',
  reception: '居委会接待台',
  head: '书记/主任',
  policeOfficer: '社区民警',
  propertyManager: '物业',
  lift: '电梯维保',
  power: '供电抢修',
  water: '供水抢修',
  buildingLead: '楼组长',
  ownersCommittee: '业委会',
  healthCentre: '社区卫生服务中心',
  serviceCentre: '社区事务受理服务中心',
  subdistrict: '街道',
  neighbour: '相邻居委会',
  other: '其他',
} as const;
export type PhoneRole = keyof typeof PHONE_ROLES;
export const PHONE_ROLE_NAMES = Object.keys(PHONE_ROLES) as readonly PhoneRole[];

/** People who lend the committee their own telephone: their numbers are shown only when somebody asks for them. */
const PRIVATE_ROLES: ReadonlySet<PhoneRole> = new Set(['buildingLead', 'ownersCommittee']);

/** Whether a number is that of a private person unless the book says otherwise. */
export const isPrivateRole = (role: PhoneRole): boolean => PRIVATE_ROLES.has(role);

/** A number as a `tel:` address: digits and a leading plus, nothing that could break out of the address. */
export function telAddress(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/[^\d+]/g, '');
  return `tel:${digits.startsWith('+') ? '+' : ''}${digits.replaceAll('+', '')}`;
}

/** The book's order: by role, then by place within it, then by name. */
export const byBook = (
  a: { readonly role: string; readonly position: number; readonly name: string },
  b: { readonly role: string; readonly position: number; readonly name: string },
): number =>
  placeOf(a.role) - placeOf(b.role) ||
  a.position - b.position ||
  a.name.localeCompare(b.name, 'zh-Hans-CN');

function placeOf(role: string): number {
  const place = (PHONE_ROLE_NAMES as readonly string[]).indexOf(role);
  return place < 0 ? PHONE_ROLE_NAMES.length : place;
}
