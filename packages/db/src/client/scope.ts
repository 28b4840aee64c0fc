/** What a transaction may see. Built by one function of the domain from validated ids, never from request text. */
export interface Scope {
  readonly committees: readonly string[];
  readonly orgs: readonly string[];
  readonly org: string;
  readonly staff: string;
  readonly permissions: readonly string[];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const PERMISSION = /^[a-zA-Z.]+$/;

const each = (values: readonly string[], form: RegExp): string => {
  for (const value of values)
    if (!form.test(value)) throw new TypeError('a scope holds ids and permission names only');
  return values.join(',');
};

/**
 * The value of `app.scope`. It is put into the text of a SET LOCAL, which takes no parameters: so every part is checked
 * letter by letter. Errors: TypeError for anything that is no id and no permission name.
 */
export const scopeValue = (scope: Scope): string =>
  [
    each(scope.committees, UUID),
    each(scope.orgs, UUID),
    each([scope.org], UUID),
    each([scope.staff], UUID),
    each(scope.permissions, PERMISSION),
  ].join('|');

/** The value of `app.acting_on`, checked in the same way. Errors: TypeError for anything that is no id. */
export const actingOnValue = (caseId: string): string => each([caseId], UUID);
