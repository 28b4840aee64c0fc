import type { BodyOf } from '@qzt/contract';
import type { CertificateDecisionView, decisionEndpoints } from '@qzt/contract/certificate';
import {
  CERTIFICATE_QUESTIONS,
  CERTIFICATE_TODO,
  type CertificateAnswers,
  type CertificateDecision,
  type CertificateKind,
  decideCertificate,
  directionTo,
  refusalReason,
  rulingOf,
  templatesFor,
} from '@qzt/domain/certificate';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { wrongField } from '../../platform/refusal.ts';
import { transact, type Work } from '../../platform/transact.ts';
import type { CertificateGround } from './certificate-ground.ts';
import { type CertificateList, certificateList, kindOf } from './certificate-list.ts';
import { type KnownPlaces, knownAt, officeAt } from './known.ts';
import { type Recognised, recognise } from './recognise.ts';

/** What was decided, with what the place knows. */
export interface Decided {
  readonly list: CertificateList;
  readonly known: KnownPlaces;
  readonly asked: CertificateKind | null;
  readonly decision: CertificateDecision;
}

/** Decides about a paper in a committee. Errors: `invalid-input` for a code that no list has. */
export async function decideAt(
  ground: CertificateGround,
  work: Work,
  committeeId: string,
  code: string | undefined,
  answers: CertificateAnswers,
): Promise<Decided> {
  const list = await certificateList();
  const asked = code === undefined ? null : kindOf(list, code);
  if (asked === undefined) throw wrongField('code', '清单里没有这一种证明,请重新选', 'unknown');
  const known = await knownAt(work, ground.directory, committeeId);
  const ruling = asked === null ? null : rulingOf(known.of(asked.code));
  return { list, known, asked, decision: decideCertificate(asked, list.kinds, answers, ruling) };
}

/**
 * What becomes of a paper, by its code or by somebody's words. It reads what offices confirmed and nothing of a person.
 * Errors: `not-permitted`, `invalid-input`.
 */
export async function decide(
  ground: CertificateGround,
  actor: Actor,
  { words, code, answers }: BodyOf<typeof decisionEndpoints.decideCertificate>,
): Promise<CertificateDecisionView> {
  permit(actor, 'certificate.issue');
  const list = await certificateList();
  const found: Recognised = words ? recognise(list, words) : { asked: undefined, choices: [] };
  return transact(ground, actor, '查证明能不能开', async (work) => {
    const decided = await decideAt(
      ground,
      work,
      actor.org.id,
      code ?? found.asked?.code,
      given(answers),
    );
    return decisionView(decided, found.choices, words);
  });
}

/** Answers as the rules read them: what was not answered is not there. */
export const given = (answers: BodyOf<typeof decisionEndpoints.decideCertificate>['answers']) =>
  Object.fromEntries(
    Object.entries(answers ?? {}).filter(([, answer]) => answer !== undefined),
  ) as CertificateAnswers;

const NAME_SHOWN = 24;

function decisionView(
  { list, known, asked, decision }: Decided,
  choices: readonly CertificateKind[],
  words: string | undefined,
): CertificateDecisionView {
  const kind = ('kind' in decision ? decision.kind : null) ?? null;
  const office = officeAt(known, kind);
  const rule = list.rules.find(({ order }) => 'rule' in decision && order === decision.rule);
  const name = asked?.name ?? [...(words ?? '这份证明')].slice(0, NAME_SHOWN).join('');
  return {
    asked: asked === null ? null : choice(asked),
    choices: choices.map(choice),
    outcome: decision.outcome,
    rule: rule
      ? {
          order: rule.order,
          text: rule.rule,
          standing: rule.standing,
          ...(rule.where ? { where: rule.where } : {}),
        }
      : null,
    basis: kind && {
      name: kind.name,
      text: kind.basis,
      effective: kind.effective,
      standing: kind.standing,
      ...(kind.note ? { note: kind.note } : {}),
      sources: [...kind.sources],
    },
    question:
      decision.outcome === 'ask'
        ? { key: decision.question, text: CERTIFICATE_QUESTIONS[decision.question] }
        : null,
    todo: decision.outcome === 'hold' ? CERTIFICATE_TODO[decision.todo] : null,
    approval: 'approval' in decision ? decision.approval : null,
    templates: templatesFor(decision, list.templates).map(({ code, name: shown, approval }) => ({
      code,
      name: shown,
      approval,
    })),
    office: { ...office, confirmed: office.confirmed && { ...office.confirmed } },
    refusal: {
      reason: refusalReason(name, decision),
      direction: directionTo(office),
      instead: { office: office.office, ...(office.phone ? { phone: office.phone } : {}) },
    },
  };
}

const choice = ({ code, name, aliases }: CertificateKind) => ({
  code,
  name,
  aliases: [...aliases],
});
