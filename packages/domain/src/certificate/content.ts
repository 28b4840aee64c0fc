import type { CertificateTemplate, TemplateValues } from './template.ts';

/** What stands on a paper, in the order in which it is read. */
export interface CertificateContent {
  readonly title: string;
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  readonly closing: string;
}

/**
 * The words of a paper. A paragraph with a blank that was left empty is left out whole. What people wrote is put in once and
 * never read as a placeholder itself.
 */
export function fillTemplate(
  template: CertificateTemplate,
  values: TemplateValues,
): CertificateContent {
  const spoken = new Map(
    template.fields.map(({ key, kind }) => {
      const value = (Object.hasOwn(values, key) ? (values[key] ?? '') : '').trim();
      return [key, kind === 'date' ? spokenDate(value) : value];
    }),
  );
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, key: string) => spoken.get(key) ?? '');
  const isWhole = (text: string): boolean =>
    [...text.matchAll(/\{(\w+)\}/g)].every(([, key]) => spoken.get(key ?? '') !== '');
  return {
    title: template.name,
    addressee: fill(template.addressee),
    paragraphs: template.paragraphs.filter(isWhole).map(fill),
    closing: fill(template.closing),
  };
}

/** `2018-03-01` → 2018年3月1日; anything else as it is. */
export function spokenDate(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return parts === null ? date : `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日`;
}
