import { type AlarmTarget, alarmLadder } from '@qzt/domain/promise';
import { callBy } from '@qzt/domain/reception';
import type { Work } from '../../platform/transact.ts';
import { type DuePromise, moveOn, owe, owedBy, settle } from '../promise/index.ts';
import type { CaseRow } from './case.store.ts';
import { colleagueAtDesk } from './climb.ts';
import type { JobGround } from './job-ground.ts';
import { post, type Recipient } from './outbox.store.ts';

/**
 * The next step of an alarm that nobody has noted a call for: it rings at once, whatever the hour. After the last step, or
 * when a call was noted meanwhile, the case owes again what it owed besides.
 */
export async function climbAlarm(
  ground: JobGround,
  work: Work,
  due: DuePromise,
  row: CaseRow,
): Promise<void> {
  const { alarm, confidential } = row.state;
  const steps = alarm && callBy(row.state) ? alarmLadder({ since: alarm.since, confidential }) : [];
  const step = steps[due.step];
  const next = steps[due.step + 1];
  for (const target of step?.to ?? [])
    for (const recipient of await recipientsOf(ground, work, row, target))
      ring(work, row, recipient, `alarm-${step?.step}-${target}`);
  moveOn(work, due, step?.step ?? due.step, next?.at ?? null);
  if (next === undefined) await goOn(ground, work, row);
  work.audit({
    action: 'promise.wake',
    subject: 'promise',
    subjectId: due.id,
    committeeId: due.committeeId,
    facts: { kind: due.kind, step: step?.step ?? due.step },
  });
}

/** What the case owes besides is pressed for again. */
async function goOn(ground: JobGround, work: Work, row: CaseRow): Promise<void> {
  const time = await ground.workingTimes.of(row.committee_id);
  settle(work, row.committee_id, row.id, 'broken');
  const is = owedBy(row.committee_id, row.id, row.state, work.now, time);
  if (is) owe(work, is);
}

async function recipientsOf(
  ground: JobGround,
  work: Work,
  row: CaseRow,
  target: AlarmTarget,
): Promise<Recipient[]> {
  switch (target) {
    case 'standIn': {
      const colleague = await colleagueAtDesk(ground, work, row);
      return colleague === undefined ? [] : [{ kind: 'staff', id: colleague }];
    }
    // In a committee without a head the worker first asked, since somebody has to hear of it.
    case 'head': {
      const heads = await ground.directory.heads(row.committee_id);
      const known = heads.length > 0 ? heads : [row.state.firstAsked.id];
      return known.map((id) => ({ kind: 'staff', id }));
    }
    case 'subdistrict': {
      const above = (await ground.directory.unit(row.committee_id))?.parentId;
      return above ? [{ kind: 'office', id: above }] : [];
    }
  }
}

const ring = (work: Work, row: CaseRow, recipient: Recipient, template: string): void =>
  post(work, {
    committeeId: row.committee_id,
    caseId: row.id,
    eventId: null,
    recipient,
    template,
    atOnce: true,
  });
