import {
  effectiveRoles,
  isRole,
  ORG_KIND_LABELS,
  type OrgKind,
  ROLE_LABELS,
  type Role,
  SERVICE_LINES,
  type ServiceLine,
} from '@qzt/domain/org';
import { wrongField } from '../../platform/refusal.ts';

const isLine = (word: string): word is ServiceLine =>
  (SERVICE_LINES as readonly string[]).includes(word);

const ADMINISTRATORS: ReadonlySet<Role> = new Set(['subdistrictAdmin', 'districtAdmin']);

/**
 * The roles that somebody of this kind of organisation may be given, each once. A role never reaches beyond the branch
 * of its holder's organisation, so whoever gives one inside his own branch gives nothing beyond it; a role that means
 * nothing there is refused, because its holder would believe to have it. Whoever administers is
 * what the log is about, so nobody is auditor and administrator in one account (assumed, no source).
 * Errors: `invalid-input` with the field `roles`.
 */
export function rolesFor(words: readonly string[], kind: OrgKind): Role[] {
  const roles = [...new Set(words)].map((word) => {
    if (!isRole(word)) throw wrongField('roles', `没有“${word}”这个岗位,请从名单里选`, 'unknown');
    return word;
  });
  const homeless = roles.find((role) => !effectiveRoles([role], kind).includes(role));
  if (homeless !== undefined)
    throw wrongField(
      'roles',
      `${ORG_KIND_LABELS[kind]}里没有“${ROLE_LABELS[homeless]}”这个岗位,请另选`,
      'not-here',
    );
  if (roles.includes('auditor') && roles.some((role) => ADMINISTRATORS.has(role)))
    throw wrongField('roles', '审计员不能同时是管理员,请另设一个账号', 'excluded');
  return roles;
}

/** The service lines somebody knows, each once. Errors: `invalid-input` with the field `serviceLines`. */
export const linesOf = (words: readonly string[]): ServiceLine[] =>
  [...new Set(words)].map((word) => {
    if (!isLine(word))
      throw wrongField('serviceLines', `没有“${word}”这个条线,请从名单里选`, 'unknown');
    return word;
  });
