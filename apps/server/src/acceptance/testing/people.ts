import { v7 as uuidv7 } from 'uuid';
import type { TestProduct } from '../../testing/product.ts';
import type { Owner } from './owner.ts';

interface NewStaff {
  readonly username: string;
  readonly name: string;
  /** Whose organisation and password the new account shares. */
  readonly like: string;
  readonly roles: readonly string[];
  readonly serviceLines?: readonly string[];
}

/** Another person of the staff beside the demonstration's, with the same password. Answers the person's id. */
export async function hire(owner: Owner, person: NewStaff): Promise<string> {
  const id = uuidv7();
  await owner.rows(
    `insert into staff (id, org_id, name, roles, service_lines)
     select $1, s.org_id, $2, $3, $4 from staff s join credential c on c.staff_id = s.id where c.username = $5`,
    [id, person.name, person.roles, person.serviceLines ?? [], person.like],
  );
  await owner.rows(
    `insert into credential (staff_id, username, password_hash)
     select $1, $2, password_hash from credential where username = $3`,
    [id, person.username, person.like],
  );
  return id;
}

export interface Staff {
  readonly id: string;
  readonly org: string;
}

/** The ids behind a user name. */
export async function staffOf(owner: Owner, username: string): Promise<Staff> {
  const [row] = await owner.rows<{ id: string; org: string }>(
    'select s.id, s.org_id as org from staff s join credential c on c.staff_id = s.id where c.username = $1',
    [username],
  );
  if (row === undefined) throw new Error(`nobody is called ${username}`);
  return row;
}

/** A colleague of `worker`: same committee, no head, no line. */
export async function withColleague(product: TestProduct, owner: Owner) {
  const id = await hire(owner, {
    username: 'colleague',
    name: '钱文静',
    like: 'worker',
    roles: ['worker'],
  });
  return { id, client: await product.as('colleague') };
}
