import type { CertificateDecisionView } from '@qzt/contract/certificate';
import { standingText } from '../../platform/standing.ts';

/** The decision in one line, for the worker. */
export const verdictText = ({ outcome, approval, todo }: CertificateDecisionView): string => {
  switch (outcome) {
    case 'refuse':
      return '不能开';
    case 'issue':
      return approval === 'head' ? '可以开,要负责人同意' : '可以开';
    case 'check':
      return '先请负责人看:清单还没有确认';
    case 'hold':
      return todo ?? '请书记或主任定';
    case 'ask':
      return '清单上没有这一种,请回答一个问题';
  }
};

/** By which rule of which list, and how far it may be trusted. */
export const becauseText = ({ basis, rule }: CertificateDecisionView): string[] => {
  const lines: string[] = [];
  if (basis) lines.push(`${basis.name} · ${standingText(basis.standing)} · ${basis.text}`);
  if (rule && !basis)
    lines.push(
      `判断顺序第${rule.order}条 · ${standingText(rule.standing)}${rule.where ? `(${rule.where})` : ''}`,
    );
  if (basis?.note) lines.push(basis.note);
  return lines;
};

type Office = CertificateDecisionView['office'];

/** How sure the office is that can help, in words for the worker. */
export const officeText = ({ standing, confirmed }: Office): string => {
  switch (standing) {
    case 'confirmed':
      return confirmed
        ? `已确认:${confirmed.org} ${confirmed.by},${confirmed.on},依据 ${confirmed.basis}`
        : '已确认';
    case 'official':
      return '规定里写明的';
    case 'assumed':
      return '待核实:照上面的话说,不打包票';
    case 'fallback':
      return '待核实:还没有人填去向,先问街道';
  }
};

export const isSure = ({ standing }: Pick<Office, 'standing'>): boolean =>
  standing === 'confirmed' || standing === 'official';
