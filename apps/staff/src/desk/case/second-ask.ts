import type { CaseView } from '@qzt/contract/reception';
import type { FieldSpec } from './actions.ts';
import type { Values } from './event-form.ts';

type Told = Pick<CaseView['requirementNotice'], 'materials'>;

/** The chosen materials that the resident was not told of; for a matter without any notice, asking is the first telling. */
export const untold = (values: Values, notice: Told): string[] => {
  const told = notice.materials.map((material) => material.name);
  const chosen = values['data.materials'];
  if (told.length === 0 || !Array.isArray(chosen)) return [];
  return (chosen as readonly { readonly name: string }[])
    .map((material) => material.name)
    .filter((name) => !told.includes(name));
};

/** The fields as they stand now: the reason of a second demand is there, and must be filled, only where there is one. */
export const fieldsNow = (
  specs: readonly FieldSpec[],
  values: Values,
  notice: Told,
): readonly FieldSpec[] => {
  const names = untold(values, notice);
  return specs.flatMap((spec) => {
    if (!spec.secondAsk) return [spec];
    if (names.length === 0) return [];
    return [
      { ...spec, must: true, label: `第一次没有告诉居民要“${names.join('”“')}”,为什么现在要` },
    ];
  });
};
