import type { TemplateView } from '@qzt/contract/certificate';
import { type CertificateTemplate, FIELD_MAX } from '@qzt/domain/certificate';
import { certificateList } from './certificate-list.ts';

/** The templates from which an allowed paper is written. */
export async function listTemplates(): Promise<{ items: TemplateView[] }> {
  const { templates } = await certificateList();
  return { items: templates.map(templateView) };
}

const templateView = (template: CertificateTemplate): TemplateView => ({
  code: template.code,
  name: template.name,
  kinds: [...template.kinds],
  unlisted: template.unlisted === true,
  approval: template.approval,
  standing: template.standing,
  fields: template.fields.map(({ key, label, kind, must, max, options }) => ({
    key,
    label,
    kind,
    must,
    max: max ?? FIELD_MAX,
    ...(options ? { options: [...options] } : {}),
  })),
});
