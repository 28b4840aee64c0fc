import type { OrgNode } from '@qzt/contract/org';
import { inSameWorld, ORG_KIND_LABELS, type OrgKind } from '@qzt/domain/org';
import type { Actor, Unit } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal, wrongField } from '../../platform/refusal.ts';
import type { Repeat } from '../../platform/repeat.ts';
import { transact, violated } from '../../platform/transact.ts';
import { branchOfActor, unitWithin } from './branch.ts';
import type { UnitRow } from './directory.store.ts';
import type { StaffGround } from './staff-ground.ts';
import { insertUnit } from './unit.store.ts';

/** What may stand below what. A committee, a department and a service centre have nothing below them. */
const BELOW: Readonly<Partial<Record<OrgKind, readonly OrgKind[]>>> = {
  district: ['subdistrict', 'department'],
  subdistrict: ['committee', 'department', 'centre'],
};

const view = ({ id, kind, name, code, parentId }: Unit, version: number): OrgNode => ({
  id,
  kind,
  name,
  code,
  parentId,
  version,
});

const isOffice = ({ kind }: UnitRow): boolean => kind === 'department' || kind === 'centre';

/**
 * The organisations that the actor may name: the own branch, and the offices that its committees may refer to, which
 * are those of their subdistrict and of the district above it.
 */
export async function listOrg(
  { directory }: StaffGround,
  actor: Actor,
): Promise<{ items: OrgNode[] }> {
  const [all, branch] = await Promise.all([directory.units(), branchOfActor(directory, actor)]);
  const above = new Set<string>();
  for (const unit of branch.values()) {
    if (unit.kind !== 'committee' || unit.parentId === null) continue;
    above.add(unit.parentId);
    const district = all.get(unit.parentId)?.parentId;
    if (district) above.add(district);
  }
  const shown = [...all.values()].filter(
    (unit) =>
      branch.has(unit.id) ||
      (isOffice(unit) && above.has(unit.parentId ?? '') && inSameWorld(unit, actor.org)),
  );
  return { items: shown.map((unit) => view(unit, unit.version)) };
}

/**
 * Adds an organisation below one of the actor's branch.
 * Errors: `not-permitted`, `not-found` (the one above), `id-exists`, `invalid-input` (kind, code).
 */
export async function createUnit(
  ground: StaffGround,
  actor: Actor,
  input: Omit<Unit, 'parentId'> & { readonly parentId: string },
  repeat: Repeat,
): Promise<OrgNode> {
  permit(actor, 'org.manage');
  const parent = await unitWithin(ground.directory, actor, input.parentId);
  if (!BELOW[parent.kind]?.includes(input.kind))
    throw wrongField(
      'kind',
      `${ORG_KIND_LABELS[parent.kind]}下面不能设${ORG_KIND_LABELS[input.kind]},请另选上级单位`,
      'not-here',
    );
  try {
    return await transact(
      ground,
      actor,
      '新增组织',
      async (work) => {
        insertUnit(work, input);
        work.audit({
          action: 'org.create',
          subject: 'org',
          subjectId: input.id,
          facts: { kind: input.kind },
        });
        return view(input, 1);
      },
      repeat,
    );
  } catch (error) {
    if (violated(error, 'org_pkey')) throw await taken(ground, actor, input.id);
    if (violated(error, 'org_code_key'))
      throw wrongField('code', '这个短代码已有单位在用,请换一个', 'taken');
    throw error;
  } finally {
    ground.directory.forget();
    ground.sessions.forget();
  }
}

/** An id that exists: with its version in the actor's branch, not found elsewhere. */
async function taken(ground: StaffGround, actor: Actor, id: string): Promise<Refusal> {
  ground.directory.forget();
  const unit = (await branchOfActor(ground.directory, actor)).get(id);
  return unit ? new Refusal('id-exists', { version: unit.version }) : new Refusal('not-found');
}
