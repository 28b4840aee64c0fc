import { type Keyring, seal, wrap } from '../../../../apps/server/src/platform/keys/index.ts';
import type { CaseModel, CaseTable } from './case-model.ts';
import { orgId, partId, staffId } from './dimensions.ts';
import { type Copying, write } from './row-pattern.ts';

export interface Place {
  readonly committee: number;
  readonly number: number;
  /** When the copy was registered. */
  readonly registeredAt: number;
}

/** A line of a table in COPY's text format. */
export type Emit = (table: CaseTable, line: string) => void;

/** Writes one copy of a model: own ids, own time, own ciphers, so that the product can open it. */
export function copyCase(
  model: CaseModel,
  keyring: Keyring,
  place: Place,
  emit: Emit,
  tables: ReadonlySet<CaseTable>,
): void {
  const committeeId = orgId(place.committee);
  const ids = new Map(
    model.ids.map((id, part) => [id, partId(place.committee, place.number, part)]),
  );
  ids.set(model.committeeId, committeeId).set(model.staffId, staffId(place.committee));
  const shift = place.registeredAt - model.registeredAt;
  const copying: Copying = {
    idOf: (id) => ids.get(id) ?? id,
    momentOf: (at) => new Date(at + shift).toISOString(),
  };
  for (const row of model.rows) {
    if (!tables.has(row.table)) continue;
    const id = row.id === undefined ? '' : copying.idOf(row.id);
    const columns = row.columns.map((column) => {
      if (column === null) return '\\N';
      if ('pattern' in column) return write(column.pattern, copying);
      if ('words' in column)
        return bytea(seal(model.dataKey, column.words, `${committeeId}|${id}`));
      if ('number' in column) return numberOf(place);
      return bytea(wrap(keyring.master(keyring.current), model.dataKey, id));
    });
    emit(row.table, `${columns.join('\t')}\n`);
  }
}

const bytea = (bytes: Buffer): string => `\\\\x${bytes.toString('hex')}`;

/** As long as the product's; unique by the number of the case in its committee. */
const numberOf = ({ number, registeredAt }: Place): string =>
  `${new Date(registeredAt).toISOString().slice(2, 10).replaceAll('-', '')}-${String(number % 1_000_000).padStart(6, '0')}`;
