const HOUSE = String.raw`\d{1,4}[a-z]?\s*(?:号楼|弄|号|幢|栋|座)`;
const WITHIN = String.raw`\s*\d{1,4}[a-z]?\s*(?:单元|层|楼|室)?`;
const PLACE = new RegExp(`(?:${HOUSE})(?:${HOUSE}|${WITHIN})*`, 'i');

/** The place that words name (3号楼2层, 5号楼502室), as it was said; '' where none is in them. */
export const placeIn = (words: string): string => PLACE.exec(words)?.[0].trim() ?? '';
