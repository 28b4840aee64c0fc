import { PROMISE_DEFAULTS, type WorkingTime } from '@qzt/domain/promise';
import {
  allowedActions,
  applyEvent,
  type CaseContext,
  type CaseState,
  deriveCase,
} from '@qzt/domain/reception';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate, toOffset } from '../../../platform/time.ts';
import { owedBy } from '../../promise/index.ts';
import { DeskTime } from './desk-time.ts';
import { type Filled, filledProduct } from './testing/filled.ts';
import { type StoredCase, storedActors, storedCases } from './testing/stored-cases.ts';

/** The afternoon of a working day, so that today has a history too; a Saturday of a year whose calendar is not known. */
const MOMENTS = ['2026-11-24T15:30:00+08:00', '2027-02-20T09:00:00+08:00'];

describe.each(MOMENTS)('a year that ends at %s', (NOW) => {
  let product: Filled;
  let cases: StoredCase[];
  let time: WorkingTime;
  let desk: DeskTime;
  beforeAll(async () => {
    product = await filledProduct(NOW, 1);
    cases = await storedCases(product.owner, product.ground.keyring);
    time = await product.ground.workingTimes.of(cases[0]!.row.committee_id);
    desk = new DeskTime(time);
  });
  afterAll(() => product.drop());

  async function contextOf({ row }: StoredCase): Promise<CaseContext> {
    const item =
      row.service_item === null
        ? undefined
        : await product.ground.catalogue.version(row.service_item, row.service_item_version!, NOW);
    return {
      ...time,
      limitWorkingDays: item?.body.limitWorkingDays ?? null,
      params: PROMISE_DEFAULTS,
      encounters: [
        { channel: row.channel, startedAt: toOffset(row.started_at), journey: row.journey },
      ],
    };
  }

  test('the cached state of every case, and its columns, are what its events say', async () => {
    expect(cases.length).toBeGreaterThan(600);
    for (const one of cases) {
      const { row } = one;
      const derived = deriveCase(one.events, await contextOf(one));
      expect(row.state, row.number).toEqual(JSON.parse(JSON.stringify(derived)));
      const { handler } = derived;
      const office = handler.kind === 'department' || handler.kind === 'centre';
      expect(row).toMatchObject({
        status: derived.status,
        ending: derived.ending,
        urgent: derived.urgent,
        confidential: derived.confidential,
        resident_id: derived.residentId,
        encounter_id: derived.encounterId,
        first_asked_id: derived.firstAsked.id,
        due_at: derived.dueAt && new Date(derived.dueAt),
        handler_org_id: office ? handler.id : row.committee_id,
        handler_id: handler.kind === 'worker' ? handler.id : null,
        created_at: new Date(derived.registeredAt),
        changed_at: new Date(one.events.at(-1)!.at),
      });
    }
  });

  test('nobody acts outside his role, before his time or when the desk is closed', async () => {
    const actors = await storedActors(product.owner);
    for (const one of cases) {
      const context = await contextOf(one);
      let state: CaseState | undefined;
      let before = '';
      for (const event of one.events) {
        const actor = actors.get(event.actor.id)!;
        if (state && event.type !== 'register') {
          const settled = event.at === one.events[0]!.at;
          const allowed = allowedActions(state, actor, event.at);
          expect(allowed, `${one.row.number} ${event.type} ${event.at}`).toContain(event.type);
          expect(settled || event.at > before).toBe(true);
        }
        expect(event.at <= toOffset(new Date(NOW)), `${one.row.number} ${event.at}`).toBe(true);
        const open = desk.forward(Date.parse(event.at)) === Date.parse(event.at);
        expect(open || event.actor.kind === 'job', `${one.row.number} ${event.at}`).toBe(true);
        state = applyEvent(state, event, context);
        before = event.at;
      }
    }
  });

  test('what is owed stands in one open promise, and the others were kept, broken or dropped as it came', async () => {
    const { rows } = await product.owner.query<{
      case_id: string;
      kind: string;
      owner_id: string;
      due_at: Date;
      wake_at: Date | null;
      state: string;
      step: number;
    }>('select * from promise order by created_at, id');
    const byCase = Map.groupBy(rows, ({ case_id }) => case_id);
    for (const one of cases) {
      const { id, committee_id, state, number } = one.row;
      const promises = byCase.get(id) ?? [];
      const live = promises.filter((promise) => ['open', 'paused'].includes(promise.state));
      const owed = owedBy(committee_id, id, state, new Date(NOW), time);
      expect(live.length, number).toBe(owed ? 1 : 0);
      if (owed)
        expect(live[0], number).toMatchObject({
          kind: owed.kind,
          owner_id: owed.ownerId,
          due_at: new Date(owed.dueAt),
          state: owed.paused ? 'paused' : 'open',
        });
      // Nothing that should have woken somebody is left for the first minute of the demonstration.
      for (const { wake_at } of promises)
        expect(wake_at === null || wake_at > new Date(NOW), number).toBe(true);
      const accept = promises.find(({ kind }) => kind === 'accept');
      if (accept && state.acceptedAt)
        expect(accept.state, number).toBe(
          Date.parse(state.acceptedAt) <= accept.due_at.getTime() ? 'kept' : 'broken',
        );
    }
    const states = new Set(rows.map(({ state }) => state));
    expect([...states].sort()).toEqual(['broken', 'dropped', 'kept', 'open', 'paused']);
  });

  test('a day has 6 to 10 requests, on working days only, and most of them are one line without a case', async () => {
    const { rows } = await product.owner.query<{ date: string; count: number; cases: number }>(
      `select (e.started_at at time zone 'Asia/Shanghai')::date as date, count(*) as count,
       count(*) filter (where n.outcome = 'case') as cases
     from encounter e join encounter_need n on n.committee_id = e.committee_id and n.encounter_id = e.id
     group by 1 order by 1`,
    );
    const today = localDate(new Date(NOW));
    for (const { date, count } of rows) {
      expect(desk.isOpenOn(date), date).toBe(true);
      expect(count, date).toBeLessThanOrEqual(10);
      if (date !== today) expect(count, date).toBeGreaterThanOrEqual(6);
    }
    expect(rows.map(({ date }) => date)).toEqual(
      desk.openDays(`${Number(NOW.slice(0, 4)) - 1}${NOW.slice(4, 10)}`, today),
    );
    const sum = (pick: 'count' | 'cases') => rows.reduce((whole, row) => whole + row[pick], 0);
    expect(sum('cases')).toBe(cases.length);
    expect(sum('cases') / sum('count')).toBeGreaterThan(0.35);
    expect(sum('cases') / sum('count')).toBeLessThan(0.5);
  });

  test('every screen of an account has something to show', () => {
    const flags = (wanted: (state: CaseState) => boolean) =>
      cases.filter(({ row }) => wanted(row.state)).length;
    const now = toOffset(new Date(NOW));
    const today = desk.openFrom(localDate(new Date(NOW)));
    const open = (state: CaseState) => state.status !== 'closed';
    const limit = ({ dueAt }: CaseState) => dueAt ?? '9999';
    expect(flags((s) => open(s) && limit(s) < now)).toBeGreaterThan(1);
    expect(flags((s) => open(s) && limit(s).startsWith(today) && limit(s) > now)).toBeGreaterThan(
      2,
    );
    expect(flags((s) => s.status === 'answered')).toBeGreaterThan(3);
    expect(flags((s) => s.handler.kind === 'centre' && open(s))).toBeGreaterThan(2);
    expect(flags((s) => s.handler.kind === 'department' && open(s))).toBeGreaterThan(2);
    expect(flags((s) => s.confidential && open(s))).toBeGreaterThan(1);
    expect(flags((s) => s.urgent && open(s))).toBeGreaterThan(1);
    expect(flags((s) => s.secondAsk)).toBeGreaterThan(1);
    expect(flags((s) => s.firstAsked.name === '孙晓梅' && open(s))).toBeGreaterThan(5);
    expect(flags((s) => s.firstAsked.name === '李建国' && open(s))).toBeGreaterThan(3);
    expect(flags((s) => s.ending !== null)).toBeGreaterThan(500);
  });

  test('what was done stands in the log, and what was written belongs to a record', async () => {
    const one = async (sql: string) =>
      (await product.owner.query<{ n: number }>(`select count(*) as n from ${sql}`)).rows[0]!.n;
    // Registering on the spot makes three events in one act.
    const acts = cases.reduce((sum, { row }) => sum + row.version, 0);
    const logged = `audit_entry where subject_kind = 'case' and action <> 'case.read'`;
    expect(await one(logged)).toBe(acts);
    expect(await one(`audit_entry where action = 'encounter.record'`)).toBe(await one('encounter'));
    expect(await one(`audit_entry where action = 'case.read'`)).toBeGreaterThan(300);
    expect(
      await one(`audit_entry a where actor_id is not null and not exists
    (select from staff s where s.id = a.actor_id) and actor_id <> '00000000-0000-7000-8000-000000000001'`),
    ).toBe(0);
    expect(
      await one(`personal_text t where case_id is not null and not exists
    (select from case_file c where c.committee_id = t.committee_id and c.id = t.case_id)`),
    ).toBe(0);
    expect(
      await one(`personal_text t where encounter_id is not null and not exists
    (select from encounter e where e.committee_id = t.committee_id and e.id = t.encounter_id)`),
    ).toBe(0);
    expect(
      await one(`encounter_need n where outcome = 'case' and not exists
    (select from case_file c where c.committee_id = n.committee_id and c.id = n.case_id and c.encounter_id = n.encounter_id)`),
    ).toBe(0);
    expect(
      await one(
        'encounter e join case_file c on c.encounter_id = e.id where c.confidential <> (c.id = any (e.confidential_cases))',
      ),
    ).toBe(0);
    expect(await one(`message where state = 'waiting' and send_after < '${NOW}'`)).toBe(0);
    expect(await one(`message where state = 'sent' and sent_at > '${NOW}'`)).toBe(0);
  });
});
