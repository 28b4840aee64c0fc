import type { CaseView } from '@qzt/contract/reception';
import { type Actor, isPractice } from '../../../platform/actor.ts';
import type { MadeFile } from '../../../platform/made-file.ts';
import { permit } from '../../../platform/permit.ts';
import { notFound, Refusal } from '../../../platform/refusal.ts';
import { localDate } from '../../../platform/time.ts';
import { transact } from '../../../platform/transact.ts';
import { receptionPhone } from '../../phonebook/index.ts';
import { readCase } from '../../reception/index.ts';
import type { CertificateGround } from '../certificate-ground.ts';
import { certificateList, kindOf } from '../certificate-list.ts';
import { findPaper } from '../paper.store.ts';
import { hashOf, isIssued, wordsOfRow } from '../paper-view.ts';
import { factsOfRefusal } from '../refusal.store.ts';
import { certificateData, refusalData } from './print-data.ts';

const CERTIFICATE = new URL('./certificate.typ', import.meta.url);
const REFUSAL = new URL('./refusal.typ', import.meta.url);

/**
 * An issued paper as PDF, the copy that was counted last; from the second on it says so. The same paper and copy are the
 * same bytes. Errors: `not-found`, `transition-not-allowed` (not issued, not counted, changed, erased), `slow-down`.
 */
export async function printCertificate(
  ground: CertificateGround,
  actor: Actor,
  id: string,
): Promise<MadeFile> {
  const row = await transact(ground, actor, '打印证明', async (work) => {
    const found = await findPaper(work, id);
    if (found === undefined || !actor.permissions.has('certificate.issue'))
      throw notFound('没有找到这份证明');
    work.audit({
      action: 'certificate.read',
      subject: 'certificate',
      subjectId: id,
      committeeId: found.committee_id,
      facts: { copies: found.copies },
    });
    return found;
  });
  const no = (detail: string) => new Refusal('transition-not-allowed', { detail });
  if (row.status !== 'issued') throw no('这份证明没有出具或已经作废,不能打印');
  if (row.copies === 0) throw no('请按“打印”,让这一次也记下来');
  const { content } = wordsOfRow(ground.keyring, row);
  if (content === undefined || !isIssued(content))
    throw no('这位居民的资料已按请求删除,这份证明的内容看不到了');
  const hash = hashOf(content);
  if (hash !== row.content_hash) throw no('存着的内容和出具时的指纹对不上,请告诉管理员,先不要打印');
  const printed = await ground.press.print({
    template: CERTIFICATE,
    data: certificateData(content, hash, row.copies),
    practice: isPractice(actor.org),
  });
  return {
    bytes: printed.pdf,
    missing: printed.missing,
    name: `证明-${content.number.replace(/\D+/g, '-').replace(/^-|-$/g, '')}.pdf`,
    shown: true,
  };
}

interface Refused {
  readonly eventId: string;
  readonly reason: string;
  readonly instead: { readonly office: string; readonly phone?: string };
}

/** The last refusal of a case, as far as its words can still be read. */
function refusedOf(view: CaseView): Refused {
  const event = view.events.findLast(({ type }) => type === 'refuse');
  if (event === undefined) throw notFound('这件办件没有不予出具');
  const { reason, instead } = event.data as Partial<Omit<Refused, 'eventId'>>;
  if (reason === undefined || instead === undefined)
    throw new Refusal('transition-not-allowed', {
      detail: '这位居民的资料已按请求删除,告知的内容看不到了',
    });
  return { eventId: event.id, reason, instead };
}

/**
 * What a resident takes home when a paper was refused: why, and where to go. A paper of the lists stands there by the
 * list's name: what the case was titled with may hold somebody's. It names who received the resident, no resident.
 * Errors: `not-found`, `not-permitted` (a confidential case: the paper would tell of it), `transition-not-allowed`, `slow-down`.
 */
export async function printRefusal(
  ground: CertificateGround,
  actor: Actor,
  { caseId, size }: { readonly caseId: string; readonly size: 'a4' | 'a5' },
): Promise<MadeFile> {
  permit(actor, 'certificate.issue');
  const view = await readCase(ground, actor, caseId);
  const { eventId, ...refused } = refusedOf(view);
  const { confidential, code, standing, phone } = await transact(
    ground,
    actor,
    '打印不予出具告知',
    async (work) => {
      work.audit({
        action: 'case.print',
        subject: 'case',
        subjectId: caseId,
        committeeId: view.committeeId,
        facts: { paper: 'refusal', size },
      });
      return {
        ...(await factsOfRefusal(work, caseId, eventId)),
        phone: await receptionPhone(work, view.committeeId),
      };
    },
  );
  if (confidential)
    throw new Refusal('not-permitted', {
      detail: '保密的事不打告知单:带回家的纸会让别人知道。请当面说清楚去哪里办。',
    });
  const kind = code === null ? undefined : kindOf(await certificateList(), code);
  const office = (await ground.directory.unit(view.committeeId))?.name ?? actor.org.name;
  const printed = await ground.press.print({
    template: REFUSAL,
    practice: isPractice(actor.org),
    data: refusalData({
      ...refused,
      size,
      office,
      date: localDate(ground.clock.now()),
      matter: kind?.name ?? view.title,
      number: view.number,
      unsure: standing !== 'confirmed' && standing !== 'official',
      receiver: view.firstAsked.name,
      phone,
    }),
  });
  return {
    bytes: printed.pdf,
    missing: printed.missing,
    name: `不予出具告知-${view.number}.pdf`,
    shown: true,
  };
}
