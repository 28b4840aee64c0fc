import type { TrackView } from '@qzt/contract/portal';
import { readTrackCode, toldOf } from '@qzt/domain/portal';
import type { Unit } from '../../platform/actor.ts';
import { idOfCode } from '../../platform/keys/index.ts';
import { localDate } from '../../platform/time.ts';
import { type Ground, transact } from '../../platform/transact.ts';
import { visitorActor } from '../../platform/visitor-actor.ts';
import type { Directory } from '../org/index.ts';
import { receptionPhone } from '../phonebook/index.ts';
import type { WorkingTimes } from '../promise/index.ts';
import { findTracked } from '../reception/index.ts';

export interface PortalGround extends Ground {
  readonly directory: Directory;
  readonly workingTimes: WorkingTimes;
}

/**
 * The case behind a code, as whoever holds the code may see it. Undefined for anything else: no code, a wrong one, a
 * confidential case, one whose person was erased. The log says that somebody looked; of a wrong code it says nothing.
 */
export async function followCase(
  ground: PortalGround,
  typed: string,
): Promise<TrackView | undefined> {
  const read = readTrackCode(typed);
  if (read === null) return undefined;
  const committee = await committeeOf(ground.directory, read.committee);
  if (committee === undefined) return undefined;
  const id = idOfCode(ground.keyring.track, committee.id, read.code);
  if (id === undefined) return undefined;
  return transact(ground, visitorActor(committee), '居民查进度', async (work) => {
    const found = await findTracked(work, committee.id, id);
    if (found === undefined) return undefined;
    work.audit({
      action: 'case.track',
      subject: 'case',
      subjectId: id,
      committeeId: committee.id,
    });
    const { state, events } = found;
    const facts = {
      ...state,
      uncertainDue: state.uncertainDue !== null,
      tellBy: state.tell?.dueAt ?? null,
      events,
    };
    return {
      committee: committee.name,
      receiver: state.firstAsked.name,
      phone: await receptionPhone(work, committee.id),
      hours: await ground.workingTimes.told(committee.id, localDate(work.now)),
      numberEnd: found.numberEnd,
      ...toldOf(facts, work.now.toISOString()),
    };
  });
}

const plain = (code: string): string => code.toLowerCase().replaceAll('-', '');

async function committeeOf(directory: Directory, code: string): Promise<Unit | undefined> {
  const committees = [...(await directory.units()).values()].filter(
    ({ kind, practice }) => kind === 'committee' && !practice,
  );
  const exact = committees.find(({ code: own }) => own.toLowerCase() === code);
  if (exact !== undefined) return exact;
  // Whoever copies it by hand leaves out a dash; where two committees differ by dashes alone, nobody is guessed at.
  const alike = committees.filter(({ code: own }) => plain(own) === plain(code));
  return alike.length === 1 ? alike[0] : undefined;
}
