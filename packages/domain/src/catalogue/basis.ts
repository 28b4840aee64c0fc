import type { Standing } from './standing.ts';

interface BasisRow {
  readonly label: string;
  /** What the one who confirms writes down. */
  readonly ask: string;
  /** The standing that it gives. Null: a word, not a text: what the item was known by before stays. */
  readonly gives: Standing | null;
}

/**
 * What a confirmation can rest on. Only a text of an authority makes a rule of Shanghai out of a working default; an
 * office's word vouches for an item that the published lists name, and leaves one that was put in as it is.
 * Standing of this rule: the scale of standing for the first three, assumed for `office`.
 */
export const BASES = {
  'document-local': {
    label: '本市、区或街镇的文件、办事指南',
    ask: '文件名、文号或网址',
    gives: 'official-local',
  },
  'document-national': {
    label: '国家的文件、法规',
    ask: '文件名、文号或网址',
    gives: 'official-national',
  },
  press: { label: '本市报刊、公众号的报道', ask: '哪家、哪天、题目', gives: 'press-local' },
  office: { label: '问过办理单位,口头答复', ask: '哪个单位、哪个窗口、怎么说', gives: null },
} as const satisfies Record<string, BasisRow>;
export type BasisKind = keyof typeof BASES;
export const BASIS_KINDS = Object.keys(BASES) as readonly BasisKind[];

/** How much of a rule a standing is: a confirmation never takes away what a better text gave. */
const STRENGTH: Partial<Record<Standing, number>> = {
  'official-national': 4,
  'official-local': 4,
  listed: 3,
  attested: 3,
  'press-local': 2,
};
const strength = (standing: Standing): number => STRENGTH[standing] ?? 0;

/** The standing of what was confirmed. */
export function standingConfirmed(standing: Standing, basis: BasisKind): Standing {
  const gives: Standing | null = BASES[basis].gives;
  if (gives === null || strength(gives) < strength(standing)) return standing;
  return gives;
}

/**
 * The standing of an item after its rule was rewritten: whoever changes what was confirmed has confirmed nothing yet.
 * That the published lists name the item stays true.
 */
export function standingRewritten(standing: Standing): Standing {
  return standing === 'listed' || standing === 'attested' ? standing : 'reconstructed';
}
