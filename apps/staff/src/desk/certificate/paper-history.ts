import type { PaperLine } from '@qzt/contract/certificate';
import { VOID_REASONS, type VoidReason } from '@qzt/domain/certificate';
import { momentText } from '@qzt/ui';

const reasonText = (reason: string): string => VOID_REASONS[reason as VoidReason] ?? '';

/** What happened to a paper, in sentences. */
export const historyOf = (paper: PaperLine): string[] => [
  `${momentText(paper.requestedAt)} ${paper.requestedBy.name}写好`,
  ...(paper.issuedAt
    ? [
        `${momentText(paper.issuedAt)} ${paper.approvedBy ? `${paper.approvedBy.name}同意,` : ''}编号 ${paper.number}`,
      ]
    : []),
  ...(paper.copies > 0 ? [`打印过 ${paper.copies} 次`] : []),
  ...(paper.ended
    ? [
        [
          `${momentText(paper.ended.at)} ${paper.ended.by}${paper.status === 'void' ? '作废' : '决定不出'}`,
          reasonText(paper.ended.reason),
          paper.ended.note,
        ]
          .filter(Boolean)
          .join(':'),
      ]
    : []),
];
