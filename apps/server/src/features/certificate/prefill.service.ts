import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { notFound, wrongField } from '../../platform/refusal.ts';
import { transact } from '../../platform/transact.ts';
import { findResident } from '../household/index.ts';
import { findCase } from '../reception/index.ts';
import type { CertificateGround } from './certificate-ground.ts';
import { certificateList } from './certificate-list.ts';

/**
 * What is known already of the person behind a case, by the keys of a template. The log says that whole names and numbers
 * were shown. Errors: `not-permitted`, `not-found`, `invalid-input`.
 */
export async function prefill(
  ground: CertificateGround,
  actor: Actor,
  { caseId, template: code }: { readonly caseId: string; readonly template: string },
): Promise<{ fields: Record<string, string> }> {
  permit(actor, 'certificate.issue');
  permit(actor, 'resident.unmask');
  const { templates } = await certificateList();
  const template = templates.find((one) => one.code === code);
  if (template === undefined) throw wrongField('template', '没有这个样式,请重新选', 'unknown');
  return transact(ground, actor, '写证明', async (work) => {
    const row = await findCase(work, caseId);
    if (row === undefined) throw notFound('没有找到这个办件');
    const resident =
      row.resident_id === null ? undefined : await findResident(work, row.resident_id);
    if (resident)
      work.audit({
        action: 'resident.unmask',
        subject: 'resident',
        subjectId: resident.id,
        committeeId: row.committee_id,
      });
    const known = {
      name: resident?.facts?.name,
      idNumber: resident?.facts?.idNumber,
      address: resident?.facts ? resident.door : undefined,
    };
    const fields: Record<string, string> = {};
    for (const { key, from } of template.fields) {
      const value = from === undefined ? undefined : known[from];
      if (value) fields[key] = value;
    }
    return { fields };
  });
}
