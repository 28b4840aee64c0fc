import type pg from 'pg';
import type { ItemBody } from './item.ts';

export interface ItemVersion {
  readonly code: string;
  readonly version: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly body: ItemBody;
  readonly standing: string;
  readonly confirmed: { readonly by: string; readonly at: Date; readonly basis: string } | null;
}

interface Row {
  code: string;
  version: number;
  valid_from: string;
  valid_to: string | null;
  body: ItemBody;
  standing: string;
  confirmed_by: string | null;
  confirmed_at: Date | null;
  confirmed_basis: string | null;
}

/** Every version of every item: a reference table of some hundred rows. */
export async function loadVersions(pool: pg.Pool): Promise<ItemVersion[]> {
  const { rows } = await pool.query<Row>(
    `select v.code, v.version, v.valid_from, v.valid_to, v.body, v.standing, s.name as confirmed_by, v.confirmed_at, v.confirmed_basis
     from service_item_version v left join staff s on s.id = v.confirmed_by order by v.code, v.version`,
  );
  return rows.map((row) => ({
    code: row.code,
    version: row.version,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    body: row.body,
    standing: row.standing,
    confirmed:
      row.confirmed_by && row.confirmed_at && row.confirmed_basis !== null
        ? { by: row.confirmed_by, at: row.confirmed_at, basis: row.confirmed_basis }
        : null,
  }));
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
