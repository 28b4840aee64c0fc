import type { PaperCreate, PaperLine, PaperView } from '@qzt/contract/certificate';
import {
  approvalOf,
  fillTemplate,
  firstStatus,
  type PaperStatus,
  templateFaults,
  templatesFor,
} from '@qzt/domain/certificate';
import type { Actor } from '../../platform/actor.ts';
import { type Page, type Position, pageOf } from '../../platform/page.ts';
import { permit } from '../../platform/permit.ts';
import { newId } from '../../platform/random.ts';
import { notFound, Refusal, wrongField } from '../../platform/refusal.ts';
import type { Repeat } from '../../platform/repeat.ts';
import type { SubjectKey } from '../../platform/subject/index.ts';
import { localDate } from '../../platform/time.ts';
import { transact, violated, type Work } from '../../platform/transact.ts';
import { type CaseRow, caseKey, findCase } from '../reception/index.ts';
import type { CertificateGround } from './certificate-ground.ts';
import { certificateList } from './certificate-list.ts';
import { decideAt, given } from './decision.service.ts';
import { fieldFaults } from './field-faults.ts';
import { issue, numbered } from './issue.ts';
import {
  type DraftContent,
  findPaper,
  insertPaper,
  insertPaperEvent,
  newestPapers,
  type PaperFacts,
} from './paper.store.ts';
import { paperLine, paperView, wordsOfRow } from './paper-view.ts';

/**
 * Writes a paper of an open case: issued at once, or waiting for the head.
 * Errors: `not-permitted`, `not-found` (case), `transition-not-allowed` (closed, erased), `id-exists`, `invalid-input`.
 */
export async function createPaper(
  ground: CertificateGround,
  actor: Actor,
  input: PaperCreate,
  repeat: Repeat,
): Promise<PaperView> {
  permit(actor, 'certificate.issue');
  try {
    return await numbered((attempt) =>
      transact(ground, actor, '写证明', (work) => write(ground, work, input, attempt), repeat),
    );
  } catch (error) {
    if (violated(error, 'issued_certificate_pkey'))
      throw await paperExists(ground, actor, input.id);
    throw error;
  }
}

async function paperExists(ground: CertificateGround, actor: Actor, id: string): Promise<Refusal> {
  const row = await transact(ground, actor, '查重', (work) => findPaper(work, id));
  return row ? new Refusal('id-exists', { version: row.version }) : notFound();
}

async function write(
  ground: CertificateGround,
  work: Work,
  input: PaperCreate,
  attempt: number,
): Promise<PaperView> {
  const { case: of, key } = await openCaseOf(work, input.caseId);
  const { draft, approval, list } = await drafted(ground, work, of, input);
  const { id, name, org, permissions } = work.actor;
  const mayApprove = permissions.has('certificate.approve');
  const asked: PaperFacts = {
    committee_id: of.committee_id,
    id: input.id,
    case_id: of.id,
    template: input.template,
    code: input.code ?? null,
    status: 'waiting',
    number: null,
    requested_by: id,
    requester: name,
    requested_at: work.now,
    approved_by: null,
    approver: null,
    issued_at: null,
    copies: 0,
    version: 1,
    content_hash: null,
    ended: null,
  };
  insertPaper(work, asked);
  insertPaperEvent(work, {
    committeeId: of.committee_id,
    paperId: input.id,
    seq: 1,
    id: newId(work.now.getTime()),
    type: 'request',
    words: { key, text: draft },
  });
  work.audit({
    action: 'certificate.request',
    subject: 'certificate',
    subjectId: input.id,
    committeeId: of.committee_id,
    facts: { template: input.template },
  });
  work.tellsOf(key);
  if (firstStatus(approval, { mayApprove }) === 'waiting')
    return paperView(list, asked, { content: draft, note: null }, work.actor);
  const { facts, content } = issue(work, asked, {
    draft,
    key,
    committee: org.name,
    approvedBy: approval === 'head' ? { id, name } : null,
    attempt,
    id: newId(work.now.getTime() + 1),
    seq: 2,
  });
  return paperView(list, facts, { content, note: null }, work.actor);
}

async function openCaseOf(
  work: Work,
  caseId: string,
): Promise<{ readonly case: CaseRow; readonly key: SubjectKey }> {
  const row = await findCase(work, caseId);
  if (row === undefined || row.committee_id !== work.actor.org.id)
    throw notFound('没有找到这个办件');
  if (row.state.status === 'closed')
    throw new Refusal('transition-not-allowed', {
      detail: '这件办件已经结束,要出证明请先重新办理',
    });
  const key = caseKey(work, row);
  if (key === undefined)
    throw new Refusal('transition-not-allowed', {
      detail: '这位居民的资料已按请求删除,要出证明请另登记一件',
    });
  return { case: row, key };
}

/** The words of a paper, once it is certain that it may be written so. */
async function drafted(ground: CertificateGround, work: Work, of: CaseRow, input: PaperCreate) {
  const { decision, list } = await decideAt(
    ground,
    work,
    of.committee_id,
    input.code,
    given(input.answers),
  );
  const template = templatesFor(decision, list.templates).find(
    ({ code }) => code === input.template,
  );
  if (template === undefined)
    throw wrongField(
      'template',
      '这一种证明不能用这个样式出具,请重新查一下能不能开',
      'not-for-this',
    );
  const faults = templateFaults(template, input.fields, localDate(work.now));
  if (faults.length > 0) throw new Refusal('invalid-input', { faults: fieldFaults(faults) });
  const draft: DraftContent = { ...fillTemplate(template, input.fields), fields: input.fields };
  return { draft, approval: approvalOf(decision, template), list };
}

/** Reads one paper; the log says who looked. Errors: `not-found`. */
export async function readPaper(
  ground: CertificateGround,
  actor: Actor,
  id: string,
): Promise<PaperView> {
  const list = await certificateList();
  return transact(ground, actor, '查看证明', async (work) => {
    const row = await findPaper(work, id);
    if (row === undefined || !actor.permissions.has('certificate.issue'))
      throw notFound('没有找到这份证明');
    work.audit({
      action: 'certificate.read',
      subject: 'certificate',
      subjectId: id,
      committeeId: row.committee_id,
    });
    return paperView(list, row, wordsOfRow(ground.keyring, row), actor);
  });
}

export interface PaperQuery {
  readonly limit: number;
  readonly caseId?: string | undefined;
  readonly status?: PaperStatus | undefined;
  readonly after: Position | undefined;
}

/** Papers of the cases in sight, newest first, without their words. Errors: `not-permitted`. */
export async function listPapers(
  ground: CertificateGround,
  actor: Actor,
  { limit, caseId, status, after }: PaperQuery,
): Promise<Page<PaperLine>> {
  permit(actor, 'certificate.issue');
  const list = await certificateList();
  const rows = await transact(ground, actor, '查看证明列表', (work) =>
    newestPapers(work, { caseId, status, before: after, limit: limit + 1 }),
  );
  return pageOf(
    rows.map((row) => paperLine(list, row, actor)),
    limit,
    ({ requestedAt, id }) => ({ at: requestedAt, id }),
  );
}
