import type { BasisKind, Standing } from '@qzt/domain/catalogue';
import type pg from 'pg';
import type { Work } from '../../platform/transact.ts';
import type { ItemBody } from './item.ts';

/** What made a version: what was shipped, or an act of a maintainer. */
export type VersionAct = 'ship' | 'edit' | 'confirm' | 'withdraw' | 'restore' | 'import';

export interface ItemVersion {
  readonly code: string;
  readonly version: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly body: ItemBody;
  readonly standing: string;
  readonly withdrawn: boolean;
  readonly confirmed: {
    readonly by: string;
    readonly at: Date;
    readonly basis: string;
    readonly kind: BasisKind | null;
  } | null;
}

/** A version with its history, for the maintainer. */
export interface MadeVersion extends ItemVersion {
  readonly act: VersionAct;
  readonly reason: string | null;
  readonly whyPast: string | null;
  readonly editedBy: string | null;
  readonly editedAt: Date;
  readonly confirmedById: string | null;
}

interface Row {
  code: string;
  version: number;
  valid_from: string;
  valid_to: string | null;
  body: ItemBody;
  standing: string;
  withdrawn: boolean;
  confirmed_by: string | null;
  confirmed_by_id: string | null;
  confirmed_at: Date | null;
  confirmed_basis: string | null;
  basis_kind: BasisKind | null;
  act: VersionAct;
  reason: string | null;
  why_past: string | null;
  edited_by: string | null;
  edited_at: Date;
}

const SELECT = `select v.code, v.version, v.valid_from, v.valid_to, v.body, v.standing, v.withdrawn, s.name as confirmed_by,
    v.confirmed_by as confirmed_by_id, v.confirmed_at, v.confirmed_basis, v.basis_kind, v.act, v.reason, v.why_past,
    e.name as edited_by, v.edited_at
  from service_item_version v left join staff s on s.id = v.confirmed_by left join staff e on e.id = v.edited_by`;

const madeOf = (row: Row): MadeVersion => ({
  code: row.code,
  version: row.version,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  body: row.body,
  standing: row.standing,
  withdrawn: row.withdrawn,
  confirmed:
    row.confirmed_by && row.confirmed_at && row.confirmed_basis !== null
      ? {
          by: row.confirmed_by,
          at: row.confirmed_at,
          basis: row.confirmed_basis,
          kind: row.basis_kind,
        }
      : null,
  act: row.act,
  reason: row.reason,
  whyPast: row.why_past,
  editedBy: row.edited_by,
  editedAt: row.edited_at,
  confirmedById: row.confirmed_by_id,
});

/** Every version of every item: a reference table of some hundred rows. */
export async function loadVersions(pool: pg.Pool): Promise<ItemVersion[]> {
  const { rows } = await pool.query<Row>(`${SELECT} order by v.code, v.version`);
  return rows.map(madeOf);
}

/** Every version of one item, or of all, as they stand now. */
export async function madeVersions(work: Work, code: string | null): Promise<MadeVersion[]> {
  const rows = await work.tx.read<Row>(
    `${SELECT} where $1::text is null or v.code = $1 order by v.code, v.version`,
    [code],
  );
  return rows.map(madeOf);
}

/** A version about to be stored. */
export interface NewVersion {
  readonly code: string;
  readonly version: number;
  readonly validFrom: string;
  readonly body: ItemBody;
  readonly standing: Standing;
  readonly withdrawn: boolean;
  readonly act: Exclude<VersionAct, 'ship'>;
  readonly reason: string;
  readonly whyPast: string | null;
  readonly confirmed: {
    readonly byId: string;
    readonly at: Date;
    readonly basis: string;
    readonly kind: BasisKind | null;
  } | null;
}

/** Adds versions, all or none; fails on their key where somebody else was faster. */
export function addVersions(work: Work, versions: readonly NewVersion[]): void {
  const rows = versions.map((one) => ({
    code: one.code,
    version: one.version,
    valid_from: one.validFrom,
    body: one.body,
    standing: one.standing,
    withdrawn: one.withdrawn,
    act: one.act,
    reason: one.reason,
    why_past: one.whyPast,
    confirmed_by: one.confirmed?.byId ?? null,
    confirmed_at: one.confirmed?.at ?? null,
    confirmed_basis: one.confirmed?.basis ?? null,
    basis_kind: one.confirmed?.kind ?? null,
  }));
  work.tx.write(
    `insert into service_item_version (code, version, valid_from, body, standing, withdrawn, act, reason, why_past,
       confirmed_by, confirmed_at, confirmed_basis, basis_kind, edited_by, edited_at)
     select code, version, valid_from, body, standing, withdrawn, act, reason, why_past,
       confirmed_by, confirmed_at, confirmed_basis, basis_kind, $2::uuid, $3::timestamptz
     from jsonb_to_recordset($1::jsonb) as v(code text, version int, valid_from date, body jsonb, standing text,
       withdrawn boolean, act text, reason text, why_past text, confirmed_by uuid, confirmed_at timestamptz,
       confirmed_basis text, basis_kind text)`,
    [JSON.stringify(rows), work.actor.id, work.now],
  );
}

/** The first version of items that the installation does not have yet. What a subdistrict edited is left alone. */
export async function addShipped(
  pool: pg.Pool,
  items: readonly { readonly code: string; readonly body: ItemBody; readonly standing: string }[],
  validFrom: string,
): Promise<void> {
  await pool.query(
    `insert into service_item_version (code, version, valid_from, body, standing)
     select code, 1, $1::date, body, standing
     from jsonb_to_recordset($2::jsonb) as shipped(code text, body jsonb, standing text)
     on conflict do nothing`,
    [validFrom, JSON.stringify(items)],
  );
}
