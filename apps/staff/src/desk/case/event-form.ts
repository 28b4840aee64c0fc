import { EventCreate, type PostableType } from '@qzt/contract/reception';
import { fieldsOf } from '../../platform/trouble.ts';
import { actionOf, type FieldSpec, TRIP } from './actions.ts';

/** What was typed, by the path of the field. */
export type Values = Readonly<Record<string, unknown>>;

type Read =
  | { readonly event: EventCreate; readonly fields?: never }
  | { readonly event?: never; readonly fields: Readonly<Record<string, string>> };

const MISSING: Partial<Record<FieldSpec['kind'], string>> = {
  materials: '请至少勾一样材料',
  trip: '选一个:又跑了一趟没有',
};

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

const put = (target: Record<string, unknown>, path: string, value: unknown): void => {
  const keys = path.split('.');
  const last = keys.pop();
  let at = target;
  for (const key of keys) {
    at[key] ??= {};
    at = at[key] as Record<string, unknown>;
  }
  if (last !== undefined) at[last] = value;
};

const travelling = (spec: FieldSpec | undefined, value: unknown): unknown => {
  if (spec?.kind === 'score') return Number(value);
  if (spec?.kind === 'yes-no') return value === 'yes';
  return value;
};

/** The message of a field, also when the server or the shape speaks of a part below it. */
export const messageFor = (
  fields: Readonly<Record<string, string>>,
  path: string,
): string | undefined =>
  fields[path] ?? Object.entries(fields).find(([at]) => at.startsWith(`${path}.`))?.[1];

/** Makes the event out of what was typed, or says by field what is missing or wrong, before anything is sent. */
export const readEvent = (
  type: PostableType,
  id: string,
  values: Values,
  specs: readonly FieldSpec[] = actionOf(type).fields,
): Read => {
  const { initial } = actionOf(type);
  const missing = specs
    .filter((spec) => spec.must && isBlank(values[spec.path]))
    .map((spec) => [spec.path, MISSING[spec.kind] ?? '请填写'] as const);
  if (missing.length > 0) return { fields: Object.fromEntries(missing) };
  const made: Record<string, unknown> = { id, type };
  for (const [path, value] of Object.entries({ ...initial, ...values }))
    if (path !== TRIP && !isBlank(value))
      put(
        made,
        path,
        travelling(
          specs.find((spec) => spec.path === path),
          value,
        ),
      );
  const read = EventCreate.safeParse(made);
  if (read.success) return { event: read.data };
  return { fields: fieldsOf(read.error) };
};
