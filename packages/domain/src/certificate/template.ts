import { dayNumber } from '../shared/index.ts';
import type { Approval, CertificateDecision } from './decide-certificate.ts';

export type TemplateFieldKind = 'name' | 'text' | 'long' | 'date' | 'idNumber' | 'choice';

/** One blank of a template. `from`: what is known of the resident already and need not be typed again. */
export interface TemplateField {
  readonly key: string;
  readonly label: string;
  readonly kind: TemplateFieldKind;
  readonly must: boolean;
  /** Characters at most; 60 where it is left out. */
  readonly max?: number;
  readonly from?: 'name' | 'idNumber' | 'address';
  readonly options?: readonly string[];
}

/** How an allowed paper is written. Placeholders are keys in braces. */
export interface CertificateTemplate {
  readonly code: string;
  readonly name: string;
  readonly kinds: readonly string[];
  /** Also for a paper that no list names, where the order of decision lets it go out. */
  readonly unlisted?: boolean;
  readonly approval: Approval;
  readonly standing: string;
  readonly fields: readonly TemplateField[];
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  readonly closing: string;
}

export type TemplateValues = Readonly<Record<string, string>>;

/** What is wrong with one field: `required`, `unknown-field`, `too-long`, `not-a-date`, `in-future`, `not-an-id-number`, `not-an-option`. */
export interface TemplateFault {
  readonly key: string;
  readonly reason:
    | 'required'
    | 'unknown-field'
    | 'too-long'
    | 'not-a-date'
    | 'in-future'
    | 'not-an-id-number'
    | 'not-an-option';
  readonly max?: number;
}

/** Characters of a field at most where the template does not say. */
export const FIELD_MAX = 60;

/** The templates from which a decision lets a paper be written. */
export function templatesFor(
  decision: CertificateDecision,
  templates: readonly CertificateTemplate[],
): CertificateTemplate[] {
  if (decision.outcome !== 'issue' && decision.outcome !== 'check') return [];
  const { kind } = decision;
  return templates.filter((one) =>
    kind === null ? one.unlisted === true : one.kinds.includes(kind.code),
  );
}

/** Who has to agree: whoever of decision and template asks for more. */
export const approvalOf = (
  decision: CertificateDecision,
  template: CertificateTemplate,
): Approval =>
  'approval' in decision && decision.approval === 'worker' && template.approval === 'worker'
    ? 'worker'
    : 'head';

/** Everything that is wrong with what was filled in. `today`: the date in Shanghai. */
export function templateFaults(
  template: CertificateTemplate,
  values: TemplateValues,
  today: string,
): TemplateFault[] {
  const known = new Set(template.fields.map(({ key }) => key));
  const strange = Object.keys(values)
    .filter((key) => !known.has(key))
    .map((key): TemplateFault => ({ key, reason: 'unknown-field' }));
  return [...strange, ...template.fields.flatMap((field) => faultOf(field, values, today))];
}

function faultOf(field: TemplateField, values: TemplateValues, today: string): TemplateFault[] {
  const { key } = field;
  const value = (Object.hasOwn(values, key) ? (values[key] ?? '') : '').trim();
  if (value === '') return field.must ? [{ key, reason: 'required' }] : [];
  const max = field.max ?? FIELD_MAX;
  if ([...value].length > max) return [{ key, reason: 'too-long', max }];
  switch (field.kind) {
    case 'date':
      if (!isDate(value)) return [{ key, reason: 'not-a-date' }];
      return value > today ? [{ key, reason: 'in-future' }] : [];
    case 'idNumber':
      return isIdNumber(value) ? [] : [{ key, reason: 'not-an-id-number' }];
    case 'choice':
      return field.options?.includes(value) ? [] : [{ key, reason: 'not-an-option' }];
    default:
      return [];
  }
}

function isDate(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** An identity number of 18 places with its check character (GB 11643-1999); a slip in one place is found. */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(text[place]), 0);
  return CHECKS[sum % 11] === text[17]?.toUpperCase();
}
