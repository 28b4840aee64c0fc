import type { ResidentHit } from '@qzt/contract/household';
import { maskName, readQuery } from '@qzt/domain/household';
import type { Actor } from '../../platform/actor.ts';
import { fingerprint, type Keyring } from '../../platform/keys/index.ts';
import { permit } from '../../platform/permit.ts';
import { type Ground, transact } from '../../platform/transact.ts';
import { type Resident, residentsByDoor, residentsByTokens } from './resident.store.ts';

/** Fingerprints of the parts of a name, initials or a telephone, as they stand in the index of one committee. */
export const tokensOf = (
  keyring: Keyring,
  committeeId: string,
  tokens: readonly string[],
): Buffer[] => tokens.map((token) => fingerprint(keyring.index, committeeId, token));

const toHit = ({ id, facts, door, householdId }: Resident): ResidentHit => ({
  id,
  name: facts ? maskName(facts.name) : '(已按请求删除)',
  door,
  householdId,
});

/**
 * Finds residents by part of a name, initials, telephone or door. The log says who searched and why, not for whom: the
 * words themselves would be personal.
 * Errors: `not-permitted`.
 */
export function searchResidents(
  ground: Ground,
  actor: Actor,
  { q, purpose, limit }: { readonly q: string; readonly purpose: string; readonly limit: number },
): Promise<{ items: ResidentHit[] }> {
  permit(actor, 'resident.search');
  const asked = readQuery(q);
  return transact(ground, actor, purpose, async (work) => {
    const found = new Map<string, Resident>();
    for (const part of asked) {
      if (found.size >= limit) break;
      const residents =
        part.kind === 'door'
          ? await residentsByDoor(work, part.tokens, limit)
          : await residentsByTokens(
              work,
              actor.scope.committees.flatMap((id) => tokensOf(ground.keyring, id, part.tokens)),
              limit,
            );
      for (const resident of residents) found.set(resident.id, resident);
    }
    const items = [...found.values()].slice(0, limit).map(toHit);
    work.audit({ action: 'resident.search', subject: 'resident', facts: { found: items.length } });
    return { items };
  });
}
