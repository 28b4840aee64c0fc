import {
  approvalOf,
  certificateNumber,
  decideCertificate,
  fillTemplate,
  firstStatus,
  type PaperStatus,
  rulingOf,
  templateFaults,
  templatesFor,
} from '@qzt/domain/certificate';
import { type SeededRandom, uuidFrom } from '@qzt/testkit';
import type { SubjectKey } from '../../../platform/subject/index.ts';
import { localDate, toOffset } from '../../../platform/time.ts';
import { type DraftContent, hashOf, issuedContent } from '../../certificate/index.ts';
import type { CaseHistory } from './case-history.ts';
import { confirmedBy } from './certificate-offices.ts';
import type { Wanted } from './certificate-text.ts';
import { sealFor } from './rows.ts';
import type { StaffActor, World } from './world.ts';

const MINUTE = 60_000;

/** How far a paper has come: handed out, taken back because it was wrong, or with the head. */
export type PaperStory = 'issued' | 'voided' | 'waiting';

interface PaperStep {
  readonly type: 'request' | 'issue' | 'print' | 'void';
  readonly at: number;
  readonly by: StaffActor;
}

/** What of a paper is decided before a word of it is written. */
interface Planned {
  readonly steps: readonly PaperStep[];
  readonly approvedBy: StaffActor | null;
}

/** Writes the papers of a committee, each with a number that no other has. */
export class Papers {
  readonly #world: World;
  readonly #given = new Set<string>();

  constructor(world: World) {
    this.#world = world;
  }

  /**
   * Writes a paper on a case as the desk does: asked for while the case is open, issued by whoever may, printed. Nothing
   * where there was no time for it. Errors: a paper that the desk would refuse to write.
   */
  write(
    random: SeededRandom,
    history: CaseHistory,
    key: SubjectKey,
    wanted: Wanted,
    story: PaperStory,
  ): void {
    const { certificates } = this.#world;
    const from = history.events.find(({ type }) => type === 'accept')?.at;
    const by = this.#world.byId.get(history.state.firstAsked.id);
    if (from === undefined || by === undefined) return;
    const requestedAt = Date.parse(from) + random.int(1, 3) * MINUTE;
    const kind = certificates.kinds.find(({ code }) => code === wanted.code);
    if (kind === undefined) throw new RangeError(`清单里没有 ${wanted.code}`);
    const ruling = rulingOf(confirmedBy(this.#world, kind.code, requestedAt));
    const decision = decideCertificate(kind, certificates.kinds, {}, ruling);
    const template = templatesFor(decision, certificates.templates).find(
      ({ code }) => code === wanted.template,
    );
    if (template === undefined) throw new RangeError(`${wanted.template} 不能这样用`);
    const [fault] = templateFaults(template, wanted.fields, localDate(new Date(requestedAt)));
    if (fault) throw new RangeError(`${wanted.template} ${fault.key}: ${fault.reason}`);
    const planned = this.#plan(random, requestedAt, by, approvalOf(decision, template), story);
    if (!this.#hadTime(history, planned.steps)) return;
    const draft = { ...fillTemplate(template, wanted.fields), fields: wanted.fields };
    this.#keep(random, history, key, { wanted, story, draft, ...planned });
  }

  #plan(
    random: SeededRandom,
    at: number,
    by: StaffActor,
    approval: ReturnType<typeof approvalOf>,
    story: PaperStory,
  ): Planned {
    const { desk, head } = this.#world;
    const request: PaperStep = { type: 'request', at, by };
    if (story === 'waiting') return { steps: [request], approvedBy: null };
    const waits = firstStatus(approval, { mayApprove: by === head }) === 'waiting';
    const issuer = waits ? head : by;
    const issuedAt = waits ? desk.forward(at + random.int(10, 60) * MINUTE) : at;
    const printedAt = desk.forward(issuedAt + MINUTE);
    const steps: PaperStep[] = [
      request,
      { type: 'issue', at: issuedAt, by: issuer },
      { type: 'print', at: printedAt, by },
    ];
    if (story === 'voided')
      steps.push({ type: 'void', at: desk.forward(printedAt + random.int(4, 9) * MINUTE), by });
    return { steps, approvedBy: approval === 'head' ? issuer : null };
  }

  /** A paper is written before its case is answered, and by nobody who is away. */
  #hadTime(history: CaseHistory, steps: readonly PaperStep[]): boolean {
    const { now, today, awayToday } = this.#world;
    const accepted = history.events.findIndex(({ type }) => type === 'accept');
    const next = history.events[accepted + 1];
    const until = next === undefined ? now : Math.min(now, Date.parse(next.at));
    return steps.every(
      ({ at, by }) =>
        at < until && !(by.staffId === awayToday && localDate(new Date(at)) === today),
    );
  }

  #number(id: string, at: number): string {
    for (let attempt = 0; ; attempt++) {
      const number = certificateNumber(id, toOffset(new Date(at)), attempt);
      if (this.#given.has(number)) continue;
      this.#given.add(number);
      return number;
    }
  }

  #keep(
    random: SeededRandom,
    history: CaseHistory,
    key: SubjectKey,
    paper: Planned & {
      readonly wanted: Wanted;
      readonly story: PaperStory;
      readonly draft: DraftContent;
    },
  ): void {
    const { sink, committee } = this.#world;
    const { steps, approvedBy, wanted, story, draft } = paper;
    const [request] = steps;
    if (request === undefined) return;
    const id = uuidFrom(random, request.at);
    const issued = steps.find(({ type }) => type === 'issue');
    const number = issued ? this.#number(id, issued.at) : null;
    const content =
      issued && number !== null
        ? issuedContent(draft, {
            number,
            issuedOn: localDate(new Date(issued.at)),
            committee: committee.name,
            requestedBy: request.by.name,
            approvedBy: approvedBy?.name ?? null,
          })
        : undefined;
    sink.add('issued_certificate', [
      committee.id,
      id,
      history.id,
      wanted.template,
      wanted.code,
      STATUS[story],
      number,
      request.by.staffId,
      new Date(request.at),
      approvedBy?.staffId ?? null,
      issued ? new Date(issued.at) : null,
      steps.filter(({ type }) => type === 'print').length,
      steps.length,
    ]);
    const written: Partial<Record<PaperStep['type'], object | undefined>> = {
      request: draft,
      issue: content,
    };
    for (const [index, step] of steps.entries()) {
      const eventId = uuidFrom(random, step.at + index);
      const words = written[step.type];
      sink.add('issued_certificate_event', [
        committee.id,
        id,
        index + 1,
        eventId,
        step.type,
        new Date(step.at),
        step.by.staffId,
        step.type === 'void' ? 'wrong' : null,
        step.type === 'issue' && content ? hashOf(content) : null,
        words ? key.id : null,
        words ? sealFor(key, eventId, words) : null,
      ]);
      this.#log(random, id, step, wanted.template);
    }
  }

  /** What was issued together with being asked for is one line of the log. */
  #log(random: SeededRandom, id: string, { type, at, by }: PaperStep, template: string): void {
    const { sink, committee, head } = this.#world;
    if (type === 'issue' && by !== head) return;
    sink.add('audit_entry', [
      committee.id,
      uuidFrom(random, at),
      new Date(at),
      by.staffId,
      `certificate.${type === 'issue' ? 'approve' : type}`,
      type === 'request' ? '写证明' : '证明的下一步',
      'certificate',
      id,
      committee.id,
      type === 'request' ? { template } : { copies: type === 'issue' ? 0 : 1 },
    ]);
  }
}

const STATUS: Readonly<Record<PaperStory, PaperStatus>> = {
  issued: 'issued',
  voided: 'void',
  waiting: 'waiting',
};
