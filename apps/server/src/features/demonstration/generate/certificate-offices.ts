import {
  ANY_CERTIFICATE,
  type CertificateKind,
  type HelpingOffice,
  helpingOffice,
} from '@qzt/domain/certificate';
import { makePhone, type SeededRandom } from '@qzt/testkit';
import { localDate } from '../../../platform/time.ts';
import type { ConfirmedOffice, World } from './world.ts';

/** So many open days ago the head went through the list. */
const CONFIRMED_BACK = 30;

/** Some of the list, as in a committee that has begun; the rest still says 待核实. */
const CONFIRMED: readonly Pick<ConfirmedOffice, 'code' | 'office' | 'ruling' | 'basis'>[] = [
  {
    code: 'NEG-01',
    office: '派出所户籍窗口(演示)',
    ruling: null,
    basis: '打电话问过,对方答复可以办(演示)',
  },
  {
    code: 'NEG-08',
    office: '区婚姻登记中心(演示)',
    ruling: null,
    basis: '到窗口问过,可查档出具(演示)',
  },
  {
    code: 'POS-SH-01',
    office: null,
    ruling: 'issue',
    basis: '街道例会上核对过清单,可以出具(演示)',
  },
  {
    code: ANY_CERTIFICATE,
    office: '街道社区事务受理服务中心(演示)',
    ruling: null,
    basis: '街道给各居委会的值班电话(演示)',
  },
];

type Confirming = Pick<World, 'committee' | 'head' | 'desk' | 'today'>;

/** What the head has confirmed; every number belongs to nobody. */
export const confirmedOffices = (
  { committee, head, desk, today }: Confirming,
  random: SeededRandom,
): ConfirmedOffice[] =>
  CONFIRMED.map((one) => ({
    ...one,
    orgId: committee.id,
    orgName: committee.name,
    phone: one.office === null ? null : makePhone(random),
    address: null,
    confirmedOn: desk.move(desk.openFrom(today), -CONFIRMED_BACK),
    confirmedBy: head.name,
  }));

/** What was confirmed of a paper by then. */
export const confirmedBy = (world: World, code: string, at: number): ConfirmedOffice[] =>
  world.confirmed.filter((one) => one.code === code && one.confirmedOn <= localDate(new Date(at)));

/** Who could help with a paper then, as the desk says it. */
export const officeThen = (world: World, kind: CertificateKind, at: number): HelpingOffice =>
  helpingOffice(kind, {
    chain: confirmedBy(world, kind.code, at),
    fallback: confirmedBy(world, ANY_CERTIFICATE, at),
    subdistrict: world.subdistrict,
  });

export function keepConfirmed({ sink, head, confirmed }: World): void {
  for (const { orgId, code, office, phone, address, ruling, basis, confirmedOn } of confirmed)
    sink.add('certificate_local', [
      orgId,
      code,
      1,
      office,
      phone,
      address,
      ruling,
      basis,
      confirmedOn,
      head.staffId,
      new Date(`${confirmedOn}T16:00:00+08:00`),
    ]);
}
