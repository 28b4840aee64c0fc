/** The tag of the table of an OpenType font that says which characters it draws. */
const CMAP = 'cmap';
/** The format of a subtable that holds all of Unicode, in groups of neighbours. */
const ALL_OF_UNICODE = 12;

/** Neighbouring characters that a font draws, both ends included. */
export type CodeRange = readonly [from: number, to: number];

function tableAt(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let index = 0; index < tables; index += 1) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`a font without ${tag}`);
}

function subtableAt(font: Buffer, cmap: number): number {
  const subtables = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < subtables; index += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    if (font.readUInt16BE(at) === ALL_OF_UNICODE) return at;
  }
  throw new Error('a font without a table for all of Unicode');
}

/** The characters that a font draws, read from the font itself, so that no list of them can be out of date. */
export function drawnBy(font: Buffer): CodeRange[] {
  const at = subtableAt(font, tableAt(font, CMAP));
  const groups = font.readUInt32BE(at + 12);
  return Array.from({ length: groups }, (_, index) => {
    const group = at + 16 + index * 12;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)] as const;
  });
}
