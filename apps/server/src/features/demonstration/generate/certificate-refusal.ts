import { decideCertificate, refusalReason, rulingOf } from '@qzt/domain/certificate';
import type { SeededRandom } from '@qzt/testkit';
import type { CaseHistory } from './case-history.ts';
import { confirmedBy, officeThen } from './certificate-offices.ts';
import { take } from './life.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;

/** Refuses a paper of the lists while its case is registered, with the office that can help; keeps what decided. */
export function refuseCertificate(
  world: World,
  random: SeededRandom,
  history: CaseHistory,
  code: string,
): void {
  const kind = world.certificates.kinds.find((one) => one.code === code);
  const actor = world.byId.get(history.state.handler.id ?? '');
  if (kind === undefined || actor === undefined) return;
  const at = world.desk.forward(history.changedAt + random.int(2, 6) * MINUTE);
  const ruling = rulingOf(confirmedBy(world, code, at));
  const decision = decideCertificate(kind, world.certificates.kinds, {}, ruling);
  const { office, phone, standing } = officeThen(world, kind, at);
  const instead = { office, ...(phone === null ? {} : { phone }) };
  const data = { reason: refusalReason(kind.name, decision), instead };
  if (!take({ world, random, history }, { command: { type: 'refuse', data }, actor, at })) return;
  const refused = history.events.at(-1);
  if (refused === undefined) return;
  world.sink.add('certificate_refusal', [
    world.committee.id,
    history.id,
    refused.id,
    code,
    '{}',
    standing,
    new Date(at),
  ]);
}
