import type { ResidentHit } from '@qzt/contract/household';
import { maskName, readQuery, type SearchReading } from '@qzt/domain/household';
import { pinyin } from 'pinyin-pro';
import type { Actor } from '../../platform/actor.ts';
import { fingerprint, type Keyring } from '../../platform/keys/index.ts';
import { permit } from '../../platform/permit.ts';
import { notFound } from '../../platform/refusal.ts';
import { type Ground, transact, type Work } from '../../platform/transact.ts';
import { knownOf } from './known.ts';
import {
  findResident,
  type Resident,
  residentsByDoor,
  residentsByTokens,
  residentsOfBuilding,
} from './resident.store.ts';

/** Fingerprints of the parts of a name, initials or a telephone, as they stand in the index of one committee. */
export const tokensOf = (
  keyring: Keyring,
  committeeId: string,
  tokens: readonly string[],
): Buffer[] => tokens.map((token) => fingerprint(keyring.index, committeeId, token));

const toHit = ({ id, facts, door, householdId }: Resident, now: Date): ResidentHit => ({
  id,
  name: facts ? maskName(facts.name) : '(已按请求删除)',
  door,
  householdId,
  ...knownOf(facts, now),
});

const spelling = (name: string): string =>
  pinyin(name, { toneType: 'none', type: 'array', mode: 'surname', v: true })
    .join('')
    .toLowerCase();

/** As many as are looked through where only the name tells who is meant: more than bear one surname. */
const LOOKED_THROUGH = 1_000;

/** Those that this way to read the search means. */
async function meantBy(
  ground: Ground,
  work: Work,
  { kind, tokens, spelled, begins }: SearchReading,
  limit: number,
): Promise<Resident[]> {
  if (kind === 'door') return residentsByDoor(work, tokens, limit);
  const narrowed = spelled !== undefined || begins !== undefined;
  const most = narrowed ? LOOKED_THROUGH : limit;
  const isMeant = ({ facts }: Resident): boolean =>
    facts !== undefined &&
    (spelled === undefined || spelling(facts.name).startsWith(spelled)) &&
    (begins === undefined || facts.name.normalize('NFKC').startsWith(begins));
  if (kind === 'building') {
    const there = await residentsOfBuilding(work, tokens[0] ?? '', most);
    return narrowed ? there.filter(isMeant).slice(0, limit) : there;
  }
  const prints = work.actor.scope.committees.flatMap((id) => tokensOf(ground.keyring, id, tokens));
  const found = await residentsByTokens(work, prints, most);
  return narrowed ? found.filter(isMeant).slice(0, limit) : found;
}

/**
 * Finds residents by part of a name, pinyin, telephone or door. The log says who searched and why, not for whom: the
 * words themselves would be personal.
 * Errors: `not-permitted`.
 */
export function searchResidents(
  ground: Ground,
  actor: Actor,
  { q, purpose, limit }: { readonly q: string; readonly purpose: string; readonly limit: number },
): Promise<{ items: ResidentHit[]; more: boolean }> {
  permit(actor, 'resident.search');
  const asked = readQuery(q);
  return transact(ground, actor, purpose, async (work) => {
    const found = new Map<string, Resident>();
    for (const part of asked) {
      if (found.size > limit) break;
      for (const resident of await meantBy(ground, work, part, limit + 1))
        found.set(resident.id, resident);
    }
    const items = [...found.values()].slice(0, limit).map((one) => toHit(one, work.now));
    work.audit({ action: 'resident.search', subject: 'resident', facts: { found: items.length } });
    return { items, more: found.size > limit };
  });
}

/** The whole telephone number of a resident; the log says who looked and why. Errors: `not-permitted`, `not-found`. */
export function showPhone(
  ground: Ground,
  actor: Actor,
  { id, purpose }: { readonly id: string; readonly purpose: string },
): Promise<{ phone: string | null }> {
  permit(actor, 'resident.unmask');
  return transact(ground, actor, purpose, async (work) => {
    const resident = await findResident(work, id);
    if (resident === undefined) throw notFound('没有找到这位居民');
    work.audit({
      action: 'resident.phone',
      subject: 'resident',
      subjectId: id,
      committeeId: resident.committeeId,
    });
    return { phone: resident.facts?.phone ?? null };
  });
}
