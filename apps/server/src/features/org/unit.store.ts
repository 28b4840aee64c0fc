import type { Unit } from '../../platform/actor.ts';
import type { Work } from '../../platform/transact.ts';

export function insertUnit(work: Work, unit: Unit): void {
  work.tx.write(
    'insert into org (id, kind, parent_id, name, code, created_at) values ($1, $2, $3, $4, $5, $6)',
    [unit.id, unit.kind, unit.parentId, unit.name, unit.code, work.now],
  );
}
