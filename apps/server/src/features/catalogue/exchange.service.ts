import { createHash } from 'node:crypto';
import type { BodyOf } from '@qzt/contract';
import type { CatalogueFile, exchangeEndpoints, ImportPreview } from '@qzt/contract/catalogue';
import { checkFirstDay } from '@qzt/domain/catalogue';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal, wrongField } from '../../platform/refusal.ts';
import type { Repeat } from '../../platform/repeat.ts';
import { localDate, toOffset } from '../../platform/time.ts';
import { transact, type Work } from '../../platform/transact.ts';
import { addVersions, type MadeVersion, madeVersions, type NewVersion } from './catalogue.store.ts';
import { lineOfImport, type Planned, planImport } from './import-plan.ts';
import { againIfTaken, type CatalogueGround, carried } from './maintain.service.ts';
import { confirmedOf, entryOf } from './maintained-view.ts';

/** The newest version of every item, as a file. Errors: `not-permitted`. */
export async function exportCatalogue(
  ground: CatalogueGround,
  actor: Actor,
): Promise<CatalogueFile> {
  permit(actor, 'catalogue.read');
  return transact(ground, actor, '导出事项目录', async (work) => ({
    format: 'quanzoutong-catalogue',
    formatVersion: 1,
    exportedAt: toOffset(work.now),
    items: [...(await newestOf(work)).values()].map(inFile) as CatalogueFile['items'],
  }));
}

const inFile = (version: MadeVersion) => {
  const { details, ...entry } = entryOf(version);
  const standing = version.body.details?.standing;
  return {
    code: version.code,
    version: version.version,
    validFrom: version.validFrom,
    ...(version.withdrawn ? { withdrawn: true } : {}),
    standing: version.standing,
    ...confirmedOf(version),
    ...entry,
    ...(details ? { details: { ...details, ...(standing ? { standing } : {}) } } : {}),
  };
};

async function newestOf(work: Work): Promise<Map<string, MadeVersion>> {
  return new Map((await madeVersions(work, null)).map((version) => [version.code, version]));
}

/** Stands for the newest version of every item: whoever imports says against which catalogue he saw the differences. */
const sealOf = (newest: ReadonlyMap<string, MadeVersion>): string =>
  createHash('sha256')
    .update([...newest.values()].map(({ code, version }) => `${code}@${version}`).join())
    .digest('hex')
    .slice(0, 32);

function checkFile(file: CatalogueFile, newest: ReadonlyMap<string, MadeVersion>): void {
  const seen = new Set<string>();
  for (const [index, { code, kind }] of file.items.entries()) {
    if (seen.has(code))
      throw wrongField(
        `file.items.${index}.code`,
        `${code} 在文件里出现了两次,请去掉一个`,
        'twice',
      );
    seen.add(code);
    const before = newest.get(code)?.body.kind;
    if (before !== undefined && before !== kind)
      throw wrongField(`file.items.${index}.kind`, `${code} 的种类跟着编号走,不能改`, 'fixed');
  }
}

const previewOf = (
  newest: ReadonlyMap<string, MadeVersion>,
  plan: readonly Planned[],
): ImportPreview => ({ seen: sealOf(newest), items: plan.map(lineOfImport) });

/** What an import would change; nothing is written. Errors: `not-permitted`, `invalid-input`. */
export async function previewImport(
  ground: CatalogueGround,
  actor: Actor,
  { file }: BodyOf<typeof exchangeEndpoints.previewImport>,
): Promise<ImportPreview> {
  permit(actor, 'catalogue.edit');
  return transact(ground, actor, '试看导入事项目录', async (work) => {
    const newest = await newestOf(work);
    checkFile(file, newest);
    return previewOf(newest, planImport(file, newest));
  });
}

/** Stores what the preview showed, all of it or nothing. Errors: as the preview; `version-conflict`. */
export async function importCatalogue(
  ground: CatalogueGround,
  actor: Actor,
  body: BodyOf<typeof exchangeEndpoints.importCatalogue>,
  repeat: Repeat,
): Promise<ImportPreview> {
  permit(actor, 'catalogue.edit');
  const write = () =>
    transact(
      ground,
      actor,
      '导入事项目录',
      async (work) => {
        checkFirstDay(body.from, localDate(work.now), body.whyPast);
        const newest = await newestOf(work);
        if (sealOf(newest) !== body.seen)
          throw new Refusal('version-conflict', {
            detail: '您看过之后目录又有人改了,请重新看一遍差别再导入',
          });
        checkFile(body.file, newest);
        const plan = planImport(body.file, newest);
        const versions = plan.flatMap((planned) => versionOf(planned, body));
        if (versions.length === 0)
          throw new Refusal('invalid-input', { detail: '文件和现在的目录一样,没有要导入的' });
        addVersions(work, versions);
        work.audit({
          action: 'catalogue.import',
          subject: 'service-item',
          facts: { versions: versions.length, from: body.from },
        });
        return previewOf(newest, plan);
      },
      repeat,
    );
  try {
    return await againIfTaken(write);
  } finally {
    ground.catalogue.forget();
  }
}

const versionOf = (
  { code, before, next, withdrawn }: Planned,
  { from, reason, whyPast }: BodyOf<typeof exchangeEndpoints.importCatalogue>,
): NewVersion[] =>
  next === undefined
    ? []
    : [
        {
          code,
          version: (before?.version ?? 0) + 1,
          validFrom: from,
          body: next.body,
          standing: next.standing,
          withdrawn,
          act: 'import',
          reason,
          whyPast: whyPast ?? null,
          confirmed: before && next.confirmedStays ? carried(before) : null,
        },
      ];
