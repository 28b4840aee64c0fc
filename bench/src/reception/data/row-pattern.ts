const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const MOMENT =
  '\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d(?::?\\d\\d)?)';
const PLACES = new RegExp(`(${ID}|${MOMENT})`);

/** What becomes of an id or a moment of the model in a copy. */
export interface Copying {
  readonly idOf: (modelId: string) => string;
  readonly momentOf: (modelMilliseconds: number) => string;
}

/** A column's text, cut where a copy has something of its own. */
type Piece = string | { readonly id: string } | { readonly at: number };

export type Pattern = readonly Piece[];

/** Cuts a text that the product wrote into what every copy shares and what each has of its own. */
export function patternOf(text: string, own: ReadonlySet<string>): Pattern {
  const pieces: Piece[] = [];
  for (const [index, part] of escaped(text).split(PLACES).entries()) {
    const last = pieces.at(-1);
    if (index % 2 === 1 && own.has(part)) pieces.push({ id: part });
    else if (index % 2 === 1 && part.length !== 36) pieces.push({ at: Date.parse(isoOf(part)) });
    else if (typeof last === 'string') pieces[pieces.length - 1] = last + part;
    else pieces.push(part);
  }
  return pieces;
}

/** As COPY's text format wants it. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');

const isoOf = (moment: string): string => moment.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');

export function write(pattern: Pattern, copying: Copying): string {
  let text = '';
  for (const piece of pattern) {
    if (typeof piece === 'string') text += piece;
    else text += 'id' in piece ? copying.idOf(piece.id) : copying.momentOf(piece.at);
  }
  return text;
}
