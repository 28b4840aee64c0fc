import { jobActor } from '../../platform/job-actor.ts';
import { wrongField } from '../../platform/refusal.ts';
import { type Ground, transact } from '../../platform/transact.ts';
import { Directory } from '../org/index.ts';
import { committeeOfResident, destroyKey } from './erase.store.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Erases a person: destroys the key under which everything about him is encrypted, and the fingerprints by which he was
 * found. The list of erased keys travels with every backup of the keys, so that no restore brings him back. False when
 * there is no such person, or no key any more. The ground's pool has to see every committee. Errors: `invalid-input`.
 */
export async function eraseResident(ground: Ground, id: string, basis: string): Promise<boolean> {
  if (!UUID.test(id.toLowerCase())) throw wrongField('id', '居民编号的写法不对,请检查');
  if (basis.trim() === '') throw wrongField('basis', '请写明依据');
  const found = await committeeOfResident(ground.pool, id);
  const committee = found === undefined ? undefined : await new Directory(ground.pool).unit(found);
  if (committee === undefined) return false;
  return transact(ground, jobActor(committee), '按请求抹除', async (work) => {
    if (!(await destroyKey(work, committee.id, id, basis.trim()))) return false;
    work.audit({ action: 'resident.erase', subject: 'resident', subjectId: id });
    return true;
  });
}
