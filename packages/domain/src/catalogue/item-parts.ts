import type { ItemBody } from './service-item.ts';
import { ROUTE_LABELS } from './service-item.ts';

/** Whose standing a part has: the item's own (`rule`), that of its working text (`text`), or none (`finding`). */
export type PartGround = 'rule' | 'text' | 'finding';

interface PartRow {
  readonly label: string;
  readonly ground: PartGround;
  /** Its lines as a person reads them; one line for a part that is one text. */
  readonly lines: (body: ItemBody) => readonly string[];
}

const one = (text: string | undefined): string[] =>
  text === undefined || text === '' ? [] : [text];

const yes = (flag: boolean | undefined, words: string): string[] => (flag ? [words] : []);

const MARKS = (body: ItemBody): string[] => [
  ...yes(body.checkFirst, '规定可能有变,先核实再答复'),
  ...yes(body.handOver, '登记后交条线负责人办'),
  ...yes(body.urgent, '可能有危险'),
  ...yes(body.confidential, '保密'),
];

/** Whether an entry among the materials says that none is wanted (无, 无(系统给出应去部门)): a sentence, nothing to bring. */
export const isNoMaterial = (name: string): boolean => /^无(?:$|[((])/.test(name.trim());

/** The name of a material with the copies that are wanted of it, where that is more than one. */
export const materialTold = (name: string, copies: ItemBody['copies']): string =>
  (copies?.[name] ?? 1) > 1 ? `${name}(${copies?.[name]}份)` : name;

/**
 * Everything that an item says, in the order in which it is read: for the page of an item, for comparing two versions,
 * and for saying what a change means for standing. One table, so that no part is ever compared and not shown.
 */
export const ITEM_PARTS = {
  name: { label: '名称', ground: 'rule', lines: (body) => one(body.name) },
  serviceLine: { label: '条线', ground: 'rule', lines: (body) => one(body.serviceLine) },
  category: { label: '类别', ground: 'rule', lines: (body) => one(body.category) },
  route: { label: '怎么转', ground: 'rule', lines: (body) => [ROUTE_LABELS[body.route]] },
  limit: {
    label: '时限',
    ground: 'rule',
    lines: (body) => [
      body.limitWorkingDays === 0 ? '当天' : `受理后 ${body.limitWorkingDays} 个工作日`,
    ],
  },
  materials: {
    label: '材料',
    ground: 'rule',
    lines: (body) => body.materials.map((name) => materialTold(name, body.copies)),
  },
  marks: { label: '特别注意', ground: 'rule', lines: MARKS },
  source: { label: '出处', ground: 'rule', lines: (body) => one(body.source) },
  forWhom: { label: '给谁办', ground: 'text', lines: (body) => one(body.details?.forWhom) },
  steps: { label: '怎么办', ground: 'text', lines: (body) => body.details?.steps ?? [] },
  script: { label: '怎么问', ground: 'text', lines: (body) => body.details?.script ?? [] },
  places: {
    label: '在哪里办',
    ground: 'text',
    lines: (body) =>
      (body.details?.places ?? []).map(({ name, address, phone }) =>
        [name, address, phone].filter((word) => word !== undefined).join(' · '),
      ),
  },
  fee: { label: '收费', ground: 'text', lines: (body) => one(body.details?.fee) },
  closing: { label: '怎样算办好', ground: 'text', lines: (body) => one(body.details?.closing) },
  phrasings: { label: '居民的说法', ground: 'finding', lines: (body) => body.phrasings },
} as const satisfies Record<string, PartRow>;

export type ItemPart = keyof typeof ITEM_PARTS;
export const ITEM_PART_NAMES = Object.keys(ITEM_PARTS) as readonly ItemPart[];
