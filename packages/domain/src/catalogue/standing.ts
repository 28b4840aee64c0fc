/** Where a rule, a number or a text comes from: one scale everywhere, and three more for items of the catalogue. */
export const STANDING_LABELS = {
  'official-local': '本市规定',
  'official-national': '国家规定',
  'press-local': '本市报道',
  elsewhere: '外地做法,仅供参考',
  assumed: '自定,可调整',
  composed: '自拟文字',
  listed: '见于公开的事项清单',
  attested: '有公开出处,未见于清单',
  reconstructed: '补拟,待核实',
} as const;
export type Standing = keyof typeof STANDING_LABELS;
export const STANDINGS = Object.keys(STANDING_LABELS) as readonly Standing[];
