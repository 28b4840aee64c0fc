import type { CaseView } from '@qzt/contract/reception';
import { printTrackCode } from '@qzt/domain/portal';
import type { CaseState } from '@qzt/domain/reception';
import type { Actor } from '../../platform/actor.ts';
import { codeOfId } from '../../platform/keys/index.ts';
import type { CaseGround } from './case-ground.ts';

/**
 * The address under which a resident follows his case, for the people of its committee, who hand it out: whole where the
 * installation has a public one, else without its beginning, which is then the desk's own. A confidential
 * case has none: a slip of paper at home must not say that there is a case (see the decision on it).
 */
export async function trackOf(
  {
    directory,
    keyring,
    publicOrigin = '',
  }: Pick<CaseGround, 'directory' | 'keyring' | 'publicOrigin'>,
  actor: Actor,
  { committeeId, id, state }: { committeeId: string; id: string; state: CaseState },
): Promise<Pick<CaseView, 'track'>> {
  if (state.confidential || actor.org.id !== committeeId) return {};
  const committee = await directory.unit(committeeId);
  if (committee === undefined) return {};
  const code = codeOfId(keyring.track, committeeId, id);
  return {
    track: {
      url: `${publicOrigin}/track?c=${encodeURIComponent(printTrackCode({ committee: committee.code, code }))}`,
    },
  };
}
