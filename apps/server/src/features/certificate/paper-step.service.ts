import type { PaperStepCreate, PaperView } from '@qzt/contract/certificate';
import { afterPaperStep } from '@qzt/domain/certificate';
import type { Actor } from '../../platform/actor.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { Repeat } from '../../platform/repeat.ts';
import { againAfter, transact, violated, type Work } from '../../platform/transact.ts';
import { findCase, keyForCase } from '../reception/index.ts';
import type { CertificateGround } from './certificate-ground.ts';
import { type CertificateList, certificateList } from './certificate-list.ts';
import { decideAt } from './decision.service.ts';
import { issue, numbered } from './issue.ts';
import {
  findPaper,
  insertPaperEvent,
  keyOfWritten,
  type PaperFacts,
  type PaperRow,
  updatePaper,
} from './paper.store.ts';
import { isIssued, type PaperWords, paperActor, paperView, wordsOfRow } from './paper-view.ts';

const GONE = '这位居民的资料已按请求删除,这份证明的内容看不到了';

/**
 * The next step of a paper. Errors: `not-found`, `version-conflict`, `transition-not-allowed`, `not-permitted`,
 * `id-exists`.
 */
export async function stepPaper(
  ground: CertificateGround,
  actor: Actor,
  id: string,
  version: number,
  input: PaperStepCreate,
  repeat: Repeat,
): Promise<PaperView> {
  if (!actor.permissions.has('certificate.issue')) throw notFound('没有找到这份证明');
  const list = await certificateList();
  try {
    return await againAfter('version-conflict', () =>
      numbered((attempt) =>
        transact(
          ground,
          actor,
          '证明的下一步',
          (work) => step(ground, list, work, id, version, input, attempt),
          repeat,
        ),
      ),
    );
  } catch (error) {
    if (violated(error, 'issued_certificate_event_committee_id_id_key'))
      throw new Refusal('id-exists', { version });
    throw error;
  }
}

async function step(
  ground: CertificateGround,
  list: CertificateList,
  work: Work,
  id: string,
  version: number,
  input: PaperStepCreate,
  attempt: number,
): Promise<PaperView> {
  const row = await findPaper(work, id);
  if (row === undefined) throw notFound('没有找到这份证明');
  if (row.version !== version) throw new Refusal('version-conflict', { version: row.version });
  afterPaperStep(input.type, row.status, paperActor(work.actor, row));
  const words = wordsOfRow(ground.keyring, row);
  const taken = await take(ground, work, row, words, input, attempt);
  work.audit({
    action: `certificate.${input.type}`,
    subject: 'certificate',
    subjectId: id,
    committeeId: row.committee_id,
    facts: { copies: taken.facts.copies },
  });
  return paperView(list, taken.facts, taken.words, work.actor);
}

interface Taken {
  readonly facts: PaperFacts;
  readonly words: PaperWords;
}

async function take(
  ground: CertificateGround,
  work: Work,
  row: PaperRow,
  words: PaperWords,
  input: PaperStepCreate,
  attempt: number,
): Promise<Taken> {
  const seq = row.last_seq + 1;
  if (input.type === 'approve') {
    const key = keyOfWritten(ground.keyring, row);
    if (words.content === undefined || isIssued(words.content) || key === undefined)
      throw new Refusal('transition-not-allowed', { detail: GONE });
    await mayStillGoOut(ground, work, row);
    work.tellsOf(key);
    const committee = (await ground.directory.unit(row.committee_id))?.name ?? '';
    const { id, name } = work.actor;
    const { facts, content } = issue(work, row, {
      draft: words.content,
      key,
      committee,
      approvedBy: { id, name },
      attempt,
      id: input.id,
      seq,
    });
    return { facts, words: { content, note: null } };
  }
  if (input.type === 'print') {
    if (words.content === undefined) throw new Refusal('transition-not-allowed', { detail: GONE });
    return { facts: change(work, row, { copies: row.copies + 1 }, input, seq), words };
  }
  return end(work, row, words, input, seq);
}

/**
 * A paper may wait for days. Whoever agrees does so by what holds now: the case is open, and no list or office has come
 * to refuse the paper since it was written. The answers to the questions are not kept with it; they decide only about
 * papers that no list names, and there the one who agrees is the judge.
 */
async function mayStillGoOut(ground: CertificateGround, work: Work, row: PaperRow): Promise<void> {
  const of = await findCase(work, row.case_id);
  if (of === undefined) throw notFound('没有找到这个办件');
  if (of.state.status === 'closed')
    throw new Refusal('transition-not-allowed', {
      detail: '这件办件已经结束,不能再同意出具。要出证明请先重新办理,不用了请按“不出具”',
    });
  if (row.code === null) return;
  const { decision } = await decideAt(ground, work, row.committee_id, row.code, {});
  if (decision.outcome === 'refuse')
    throw new Refusal('transition-not-allowed', {
      detail: '这一种证明现在定为不开,不能同意出具。请按“不出具”,并告诉居民可以去哪里办',
    });
}

/** Declined or voided: with its reason, the words about it under the key of the case. */
async function end(
  work: Work,
  row: PaperRow,
  words: PaperWords,
  input: Extract<PaperStepCreate, { type: 'decline' | 'void' }>,
  seq: number,
): Promise<Taken> {
  const { note } = input;
  const of = note === undefined ? undefined : await findCase(work, row.case_id);
  const key = of && keyForCase(work, of);
  if (key) work.tellsOf(key);
  const status = input.type === 'void' ? ('void' as const) : ('declined' as const);
  const reason = input.type === 'void' ? input.reason : undefined;
  const facts = change(work, row, { status }, input, seq, {
    reason,
    words: key && { key, text: { note } },
  });
  const ended = { at: work.now.toISOString(), by: work.actor.name, reason: reason ?? null };
  return { facts: { ...facts, ended }, words: { ...words, note: note ?? null } };
}

function change(
  work: Work,
  row: PaperRow,
  to: Partial<Pick<PaperFacts, 'status' | 'copies'>>,
  { id, type }: { readonly id: string; readonly type: 'print' | 'decline' | 'void' },
  seq: number,
  more: Pick<Parameters<typeof insertPaperEvent>[1], 'reason' | 'words'> = {},
): PaperFacts {
  const after = { ...row, ...to };
  updatePaper(work, row.committee_id, row.id, row.version, {
    status: after.status,
    number: row.number,
    approvedBy: row.approved_by,
    issuedAt: row.issued_at,
    copies: after.copies,
  });
  insertPaperEvent(work, {
    committeeId: row.committee_id,
    paperId: row.id,
    seq,
    id,
    type,
    ...more,
  });
  return { ...after, version: row.version + 1 };
}
