import type { Paper } from '@qzt/domain/reception';
import { PAPERS, paperRefused } from '@qzt/domain/reception';
import { type Actor, isPractice } from '../../../platform/actor.ts';
import type { Press } from '../../../platform/document/index.ts';
import type { MadeFile } from '../../../platform/made-file.ts';
import { permit } from '../../../platform/permit.ts';
import { notFound, Refusal } from '../../../platform/refusal.ts';
import { localDate } from '../../../platform/time.ts';
import { transact, type Work } from '../../../platform/transact.ts';
import { itemView } from '../../catalogue/index.ts';
import { receptionPhone } from '../../phonebook/index.ts';
import { findCase, findEvents, keyOf } from '../case.store.ts';
import { factsOf } from '../case.view.ts';
import { type CaseGround, versionOf } from '../case-ground.ts';
import { permitOrHide, viewOf } from '../read-case.service.ts';
import {
  type Giver,
  itemNoticeData,
  noticeData,
  type PaperCase,
  type PaperSize,
  receiptData,
  slipData,
} from './paper-data.ts';

export interface PaperGround extends CaseGround {
  readonly press: Press;
}

const TEMPLATES = {
  notice: { template: new URL('./notice.typ', import.meta.url), dataOf: noticeData },
  receipt: { template: new URL('./receipt.typ', import.meta.url), dataOf: receiptData },
  slip: { template: new URL('./slip.typ', import.meta.url), dataOf: slipData },
} as const satisfies Record<Paper, object>;

const REFUSED = {
  confidential: () =>
    new Refusal('not-permitted', {
      detail: '保密的事不打号码单:带回家的纸会让别人知道。请当面说好怎么联系。',
    }),
  'nothing-received': () => notFound('还没有收到材料,没有收据可打'),
};

async function paperCase(
  ground: PaperGround,
  work: Work,
  paper: Paper,
  id: string,
  origin: string,
): Promise<{ readonly of: PaperCase; readonly committeeId: string }> {
  const [row, events] = await Promise.all([findCase(work, id), findEvents(work, id)]);
  if (row === undefined) throw notFound('没有找到这个办件');
  const refused = paperRefused(row.state, paper);
  if (refused !== null) throw REFUSED[refused]();
  const item = await versionOf(ground, row, work.now);
  const { resident, words } = factsOf(row, keyOf(work, row), item);
  const view = await viewOf(ground, work, row, events);
  const whole = work.actor.permissions.has('resident.unmask');
  return {
    committeeId: row.committee_id,
    of: {
      view,
      item: item && itemView(item),
      confidential: row.state.confidential,
      resident: whole ? (resident?.name ?? words?.visitor?.name) : view.resident?.name,
      origin,
    },
  };
}

/**
 * One paper of a case as PDF. It names the resident in full for whoever may see the name; the log says who printed what.
 * Errors: `not-found` (also a receipt of nothing), `not-permitted` (a slip of a confidential case), `slow-down`.
 */
export async function printPaper(
  ground: PaperGround,
  actor: Actor,
  asked: {
    readonly paper: Paper;
    readonly id: string;
    readonly size: PaperSize;
    readonly origin: string;
  },
): Promise<MadeFile> {
  permitOrHide(actor);
  const { paper, id, size } = asked;
  const { of, giver } = await transact(ground, actor, `打印${PAPERS[paper]}`, async (work) => {
    const { of, committeeId } = await paperCase(ground, work, paper, id, asked.origin);
    work.audit({
      action: 'case.print',
      subject: 'case',
      subjectId: id,
      committeeId,
      facts: { paper, size },
    });
    const committee = await ground.directory.unit(committeeId);
    const giver: Giver = {
      office: committee?.name ?? actor.org.name,
      receiver: of.view.firstAsked.name,
      phone: await receptionPhone(work, committeeId),
      hours: await ground.workingTimes.told(committeeId, localDate(work.now)),
      at: work.now,
      size,
    };
    return { of, giver };
  });
  const { template, dataOf } = TEMPLATES[paper];
  const printed = await ground.press.print({
    template,
    data: dataOf(of, giver),
    practice: isPractice(actor.org),
  });
  return {
    bytes: printed.pdf,
    missing: printed.missing,
    name: `${PAPERS[paper]}-${of.view.number}.pdf`,
    shown: true,
  };
}

/** The notice of an item without a case, as the caller gives it. Errors: `not-permitted`, `not-found`, `slow-down`. */
export async function printItemNotice(
  ground: PaperGround,
  actor: Actor,
  { code, size }: { readonly code: string; readonly size: PaperSize },
): Promise<MadeFile> {
  permit(actor, 'case.read');
  const now = ground.clock.now();
  const item = await ground.catalogue.read(code, localDate(now));
  const phone = await transact(ground, actor, '打印一次告知单', (work) =>
    receptionPhone(work, actor.org.id),
  );
  const hours = await ground.workingTimes.told(actor.org.id, localDate(now));
  const giver: Giver = {
    office: actor.org.name,
    receiver: actor.name,
    phone,
    hours,
    at: now,
    size,
  };
  const printed = await ground.press.print({
    template: TEMPLATES.notice.template,
    data: itemNoticeData(item, giver),
    practice: isPractice(actor.org),
  });
  return {
    bytes: printed.pdf,
    missing: printed.missing,
    name: `${PAPERS.notice}-${code}.pdf`,
    shown: true,
  };
}
