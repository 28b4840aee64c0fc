import { z } from 'zod';
import { endpoint, LocalDate, textOf } from '../shared/index.ts';
import { PartChange } from './changes.ts';
import { ItemInFile } from './item-entry.ts';

const MOST_ITEMS = 500;

/** The whole catalogue as one file: the newest version of every item. */
export const CatalogueFile = z.strictObject({
  format: z.literal('quanzoutong-catalogue', { message: '这不是全走通导出的事项目录文件' }),
  formatVersion: z.literal(1, { message: '这个文件的格式版本不认识,请用新版本的全走通导出' }),
  exportedAt: z.string().max(40).optional(),
  items: z
    .array(ItemInFile)
    .min(1, { message: '文件里没有事项' })
    .max(MOST_ITEMS, { message: `一次最多 ${MOST_ITEMS} 个事项` }),
});
export type CatalogueFile = z.output<typeof CatalogueFile>;

/**
 * What an import would do to one item. `left`: the file does not have it, so it stays as it is. `standing`: of the item
 * after the import; the file's own standing is never taken over.
 */
export const ImportLine = z.object({
  code: z.string(),
  name: z.string(),
  way: z.enum(['new', 'changed', 'withdrawn', 'restored', 'same', 'left']),
  changes: z.array(PartChange),
  standing: z.string(),
  standingLabel: z.string(),
  losesConfirmation: z.boolean(),
});
export type ImportLine = z.infer<typeof ImportLine>;

/** `seen`: stands for the catalogue against which the differences were counted; an import demands it. */
export const ImportPreview = z.object({ seen: z.string(), items: z.array(ImportLine) });
export type ImportPreview = z.infer<typeof ImportPreview>;

const problems = ['not-permitted', 'invalid-input', 'too-large'] as const;

export const exchangeEndpoints = {
  exportCatalogue: endpoint({
    method: 'GET',
    path: '/api/v1/catalogue/file',
    summary: '导出整个事项目录',
    description: 'The newest version of every item in one file, withdrawn ones included.',
    status: 200,
    answer: CatalogueFile,
    problems: ['session-required', 'not-permitted'],
  }),
  previewImport: endpoint({
    method: 'POST',
    path: '/api/v1/catalogue/file/preview',
    summary: '看看导入会改什么',
    description:
      'What an import of the file would change, item by item. Writes nothing and ignores the Idempotency-Key.',
    body: z.strictObject({ file: CatalogueFile }),
    status: 200,
    answer: ImportPreview,
    problems,
  }),
  importCatalogue: endpoint({
    method: 'POST',
    path: '/api/v1/catalogue/file',
    summary: '导入整个事项目录',
    description:
      'Stores a new version of every item that the file says differently, all of them or none. `seen` is from the preview: where somebody changed the catalogue since, 409 `version-conflict`.',
    body: z.strictObject({
      file: CatalogueFile,
      seen: textOf(100),
      from: LocalDate,
      whyPast: textOf(200).optional(),
      reason: textOf(300),
    }),
    status: 201,
    answer: ImportPreview,
    writes: true,
    problems: [...problems, 'version-conflict'],
  }),
} as const;
