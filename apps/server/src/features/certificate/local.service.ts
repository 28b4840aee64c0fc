import type { AnswerOf, BodyOf } from '@qzt/contract';
import type {
  CertificateKindView,
  LocalCertificateView,
  localCertificateEndpoints,
} from '@qzt/contract/certificate';
import {
  ANY_CERTIFICATE,
  type CertificateKind,
  checkRuling,
  decidesHere,
} from '@qzt/domain/certificate';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { notFound, Refusal, wrongField } from '../../platform/refusal.ts';
import { localDate } from '../../platform/time.ts';
import { transact, violated, type Work } from '../../platform/transact.ts';
import { unitWithin } from '../org/index.ts';
import type { CertificateGround } from './certificate-ground.ts';
import { certificateList, kindOf } from './certificate-list.ts';
import { type KnownPlaces, knownAt, officeAt } from './known.ts';
import { addLocal, localOf, type StoredLocal } from './local.store.ts';

/** The list of papers as a place sees it, first the one to ask where nobody is named. Errors: `not-permitted`, `not-found`. */
export async function listKinds(
  ground: CertificateGround,
  actor: Actor,
  asked: string | undefined,
): Promise<AnswerOf<typeof localCertificateEndpoints.listCertificateKinds>> {
  if (!actor.permissions.has('certificate.issue')) permit(actor, 'certificate.edit');
  const orgId = await placeOf(ground, actor, asked ?? actor.org.id);
  const list = await certificateList();
  const known = await transact(ground, actor, '查看证明清单', (work) =>
    knownAt(work, ground.directory, orgId),
  );
  const kinds = list.kinds.filter(decidesHere);
  return { orgId, items: [null, ...kinds].map((kind) => kindView(known, kind)) };
}

async function placeOf(ground: CertificateGround, actor: Actor, orgId: string): Promise<string> {
  const unit = await unitWithin(ground.directory, actor, orgId);
  if (unit.kind !== 'committee' && unit.kind !== 'subdistrict')
    throw notFound('没有找到这个单位,请从名单里选');
  return unit.id;
}

const ALLOWED = { true: 'yes', false: 'no', conditional: 'conditional' } as const;

function kindView(known: KnownPlaces, kind: CertificateKind | null): CertificateKindView {
  const [own, above] = known.chain;
  const words = known.of(kind?.code ?? ANY_CERTIFICATE);
  const wordOf = (orgId: string | undefined) => {
    const found = words.find((one) => one.orgId === orgId);
    return found === undefined ? null : localView(found);
  };
  const entry =
    kind === null
      ? {
          code: ANY_CERTIFICATE,
          name: '别的证明,没有写去向的',
          aliases: [],
          allowed: 'no' as const,
          scope: '',
          basis: '',
          effective: '',
          standing: 'assumed',
          redirect: '',
          redirectStanding: 'assumed',
        }
      : {
          code: kind.code,
          name: kind.name,
          aliases: [...kind.aliases],
          allowed: ALLOWED[`${kind.allowed}`],
          scope: kind.scope,
          basis: kind.basis,
          effective: kind.effective,
          standing: kind.standing,
          ...(kind.note ? { note: kind.note } : {}),
          redirect: kind.redirect,
          redirectStanding: kind.redirectStanding,
        };
  return { ...entry, own: wordOf(own), above: wordOf(above), office: officeAt(known, kind) };
}

const localView = ({ code: _code, ...view }: StoredLocal): LocalCertificateView => view;

/**
 * What a committee or a subdistrict confirms of a paper, in the place of the version that was seen. What stands there
 * already is answered as it is, so that a repeated request is no conflict.
 * Errors: `not-permitted`, `not-found`, `version-conflict`, `invalid-input`.
 */
export async function setLocal(
  ground: CertificateGround,
  actor: Actor,
  code: string,
  version: number,
  body: BodyOf<typeof localCertificateEndpoints.setLocalCertificate>,
): Promise<LocalCertificateView> {
  permit(actor, 'certificate.edit');
  const orgId = await placeOf(ground, actor, body.orgId);
  const list = await certificateList();
  const kind = code === ANY_CERTIFICATE ? null : kindOf(list, code);
  if (kind === undefined || (kind !== null && !decidesHere(kind)))
    throw notFound('清单里没有这一种证明');
  checkRuling(kind, body.ruling);
  if (body.confirmedOn > localDate(ground.clock.now()))
    throw wrongField('confirmedOn', '确认的日子不能在将来,请检查', 'in-future');
  const write = () =>
    transact(ground, actor, '确认证明去向', (work) => replace(work, orgId, code, version, body));
  try {
    return await write();
  } catch (error) {
    // Somebody was faster by a hair: the second look finds what he wrote.
    if (violated(error, 'certificate_local_pkey')) return write();
    throw error;
  }
}

async function replace(
  work: Work,
  orgId: string,
  code: string,
  version: number,
  { orgId: _orgId, ...entry }: BodyOf<typeof localCertificateEndpoints.setLocalCertificate>,
): Promise<LocalCertificateView> {
  const before = (await localOf(work, [orgId])).find((one) => one.code === code);
  if ((before?.version ?? 0) !== version) {
    if (before && standsAs(before, entry)) return localView(before);
    throw new Refusal('version-conflict', { version: before?.version ?? 0 });
  }
  addLocal(work, orgId, code, version + 1, entry);
  work.audit({
    action: 'certificate.confirm',
    subject: 'org',
    subjectId: orgId,
    facts: { code, version: version + 1, taken: entry.office === null && entry.ruling === null },
  });
  return {
    orgId,
    orgName: before?.orgName ?? work.actor.org.name,
    ...entry,
    confirmedBy: work.actor.name,
    version: version + 1,
  };
}

const standsAs = (stored: StoredLocal, entry: object): boolean =>
  Object.entries(entry).every(([key, value]) => stored[key as keyof StoredLocal] === value);
