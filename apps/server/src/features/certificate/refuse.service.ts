import type { CaseRefusalCreate, CertificateRefusalCreate } from '@qzt/contract/certificate';
import type { CaseView } from '@qzt/contract/reception';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { wrongField } from '../../platform/refusal.ts';
import type { Repeat } from '../../platform/repeat.ts';
import type { Work } from '../../platform/transact.ts';
import { addEvent, createCase } from '../reception/index.ts';
import type { CertificateGround } from './certificate-ground.ts';
import { decideAt, given } from './decision.service.ts';
import { officeAt } from './known.ts';
import { keepRefusal, type RefusalFacts } from './refusal.store.ts';

type Said = Pick<CaseRefusalCreate, 'code' | 'answers' | 'reason' | 'instead'>;

/**
 * Refuses a paper at the desk: a case of kind certificate, registered and refused at once, with the words said and the
 * office that can help. Errors: those of opening a case.
 */
export async function refuseAtDesk(
  ground: CertificateGround,
  actor: Actor,
  input: CertificateRefusalCreate,
  repeat: Repeat,
): Promise<CaseView> {
  permit(actor, 'certificate.issue');
  const { code, answers, reason, instead, ...opening } = input;
  const said = { code, answers, reason, instead };
  return createCase(ground, actor, { ...opening, kind: 'certificate' }, repeat, {
    refuse: { reason, instead: insteadOf(instead) },
    also: async (work, { committeeId, eventId }) =>
      keepRefusal(work, committeeId, input.id, eventId, await factsOf(ground, work, said)),
  });
}

/** Refuses a paper on a case that is open. Errors: those of a step. */
export async function refuseCase(
  ground: CertificateGround,
  actor: Actor,
  caseId: string,
  version: number,
  input: CaseRefusalCreate,
  repeat: Repeat,
): Promise<CaseView> {
  permit(actor, 'certificate.issue');
  const { id, reason, instead } = input;
  const event = { id, type: 'refuse' as const, data: { reason, instead } };
  return addEvent(ground, actor, caseId, version, event, repeat, async (work, committeeId) =>
    keepRefusal(work, committeeId, caseId, id, await factsOf(ground, work, input)),
  );
}

const insteadOf = ({ office, phone }: Said['instead']) => ({
  office,
  ...(phone === undefined ? {} : { phone }),
});

/** What decided, looked up again and never taken from a screen; `said` where the worker named another office or number. */
async function factsOf(ground: CertificateGround, work: Work, said: Said): Promise<RefusalFacts> {
  const answers = given(said.answers);
  const decided = await decideAt(ground, work, work.actor.org.id, said.code, answers);
  const { decision } = decided;
  if (decision.outcome === 'issue' && decision.kind !== null)
    throw wrongField('code', '这一种按清单可以开,请走出具,或请负责人定', 'may-be-issued');
  const office = officeAt(decided.known, ('kind' in decision ? decision.kind : null) ?? null);
  const asKnown =
    office.office === said.instead.office && office.phone === (said.instead.phone ?? null);
  return {
    code: decided.asked?.code ?? null,
    answers,
    officeStanding: asKnown ? office.standing : 'said',
  };
}
