import type { Scope } from '@qzt/db';
import type { Permission, Role, ServiceLine } from '@qzt/domain/org';

export interface Unit {
  readonly id: string;
  readonly kind: 'district' | 'subdistrict' | 'committee' | 'department' | 'centre';
  readonly name: string;
  readonly code: string;
  readonly parentId: string | null;
  /** A place to practise, or an office of one. */
  readonly practice?: boolean;
}

/** Whether what is done there is only practised. */
export const isPractice = (unit: Unit): boolean => unit.practice ?? false;

/** Who acts: a signed-in person with what follows from roles and place, or the platform's own job. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly org: Unit;
  readonly roles: readonly Role[];
  readonly serviceLines: readonly ServiceLine[];
  readonly leader: boolean;
  readonly permissions: ReadonlySet<Permission>;
  readonly scope: Scope;
  /** While somebody practises: who he is outside, whose account and sessions these are. */
  readonly practiceOf?: string;
}

/** Whose account somebody acts with. */
export const accountOf = (actor: Actor): string => actor.practiceOf ?? actor.id;

/** The job that closes silent cases and wakes promises acts under this id, in one committee at a time. */
export const JOB_ID = '00000000-0000-7000-8000-000000000001';
