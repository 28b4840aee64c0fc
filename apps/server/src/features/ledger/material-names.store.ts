import { openKey, readText } from '../../platform/subject/index.ts';
import type { Work } from '../../platform/transact.ts';
import type { LineRow } from './line-details.ts';
import type { Names } from './register-line.ts';

interface NameRow {
  readonly case_id: string;
  readonly committee_id: string;
  readonly id: string;
  readonly text_key: string;
  readonly cipher: Buffer;
  readonly key_id: string;
  readonly master: number | null;
  readonly wrapped: Buffer | null;
}

/** Codes stand for names that somebody wrote himself. */
const coded = (row: LineRow): boolean =>
  row.state?.materials.some(({ name, received }) => received && name.startsWith('~')) ?? false;

/** The names that were written with later steps of these lines' cases; those of the registration lie with the case. */
export async function laterNames(
  work: Work,
  lines: readonly LineRow[],
): Promise<ReadonlyMap<string, Names>> {
  const cases = lines.flatMap((row) => (coded(row) && row.case_id !== null ? row.case_id : []));
  if (cases.length === 0) return new Map();
  const rows = await work.tx.read<NameRow>(
    `select v.case_id, v.committee_id, v.id, t.key_id as text_key, t.cipher, c.key_id, k.master, k.wrapped
     from case_event v
     join case_file c on c.committee_id = v.committee_id and c.id = v.case_id
     join personal_text t on t.committee_id = v.committee_id and t.id = v.id
     left join data_key k on k.committee_id = c.committee_id and k.id = c.key_id
     where v.committee_id = any (scope_committees()) and v.case_id = any ($1::uuid[])
       and v.type in ('ask-materials', 'receive-materials')`,
    [cases],
  );
  const found = new Map<string, Names>();
  for (const row of rows) {
    const key = openKey(work, row.committee_id, row);
    const text = readText<{ readonly names?: Names }>(key, row.id, {
      keyId: row.text_key,
      cipher: row.cipher,
    });
    found.set(row.case_id, { ...found.get(row.case_id), ...text?.names });
  }
  return found;
}
