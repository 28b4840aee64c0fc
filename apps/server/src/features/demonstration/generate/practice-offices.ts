import { practiceCode, practiceName } from '@qzt/domain/practice';
import { subdistrictOffices } from '@qzt/testkit';
import type { Unit } from '../../../platform/actor.ts';

/** The offices to which somebody who practises hands a case: composed ones, since a real one must never hear of it. */
export const practiceOffices = (
  subdistrict: Unit,
): readonly Pick<Unit, 'kind' | 'name' | 'code'>[] =>
  [
    { kind: 'centre', name: '社区事务受理服务中心' } as const,
    ...subdistrictOffices.map(({ name }) => ({ kind: 'department', name }) as const),
  ].map(({ kind, name }, index) => ({
    kind,
    name: practiceName(name),
    code: practiceCode(subdistrict.code, index + 1),
  }));
