import type pg from 'pg';
import type { Keyring } from '../../../../apps/server/src/platform/keys/index.ts';
import { CASE_TABLE_NAMES, type CaseTable } from './case-model.ts';
import { copyCase } from './copy-case.ts';
import { CopyStreams } from './copy-streams.ts';
import { casesOf, OPEN_EACH, type Size } from './dimensions.ts';
import type { Models } from './make-models.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The history that the cases are spread over. */
const HISTORY = 730 * DAY;
/** How long the product keeps the outcomes of requests. */
const OUTCOMES_KEPT = 7 * DAY;
const OPEN_EVERY = 2 * MINUTE;
const CONFIRMED_EVERY = 8;

const ALL: ReadonlySet<CaseTable> = new Set(CASE_TABLE_NAMES);
const WITHOUT_OUTCOME: ReadonlySet<CaseTable> = new Set(
  CASE_TABLE_NAMES.filter((table) => table !== 'idempotency'),
);

/** Copies of the models in every committee: the newest are open, of the others every eighth was confirmed by the resident. */
export async function loadCases(
  connection: pg.ClientConfig,
  keyring: Keyring,
  models: Models,
  size: Size,
): Promise<number> {
  const streams = new CopyStreams<CaseTable>();
  await streams.open(connection, CASE_TABLE_NAMES);
  const now = Date.now();
  let written = 0;
  for (let committee = 0; committee < size.committees; committee += 1) {
    const cases = casesOf(size, committee);
    for (let number = 0; number < cases; number += 1) {
      const age = ageOf(cases - number, cases);
      copyCase(
        modelOf(models, cases - number, number),
        keyring,
        { committee, number, registeredAt: now - age },
        streams.emit,
        age < OUTCOMES_KEPT ? ALL : WITHOUT_OUTCOME,
      );
      await streams.ready();
    }
    written += cases;
  }
  await streams.close();
  return written;
}

const modelOf = (models: Models, fromNewest: number, number: number) => {
  if (fromNewest <= OPEN_EACH) return models.open;
  return number % CONFIRMED_EVERY === 0 ? models.confirmed : models.settled;
};

/** Open ones are of the last hours, so that nothing is overdue; the others are evenly spread over the history. */
function ageOf(fromNewest: number, cases: number): number {
  if (fromNewest <= OPEN_EACH) return fromNewest * OPEN_EVERY;
  return OPEN_EACH * OPEN_EVERY + Math.round((fromNewest / cases) * HISTORY);
}
