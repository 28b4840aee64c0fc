/** A sign: groups that must all be said near each other; each group is a list of words that mean the same here. */
export type Sign = readonly (readonly string[])[];

/** A place in a text, half-open. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** How many characters a sign may stretch over: about two short clauses. */
const REACH = 16;

/** Reads a sign as the data write it: groups apart by a space, alternatives of a group by `|`. */
export const readSign = (text: string): Sign =>
  text
    .split(' ')
    .filter((group) => group !== '')
    .map((group) => group.split('|'));

/** The places where a sign is said: of each first word the nearest others, in any order, within reach. */
export function placesOf(sign: Sign, hits: (word: string) => readonly Place[]): Place[] {
  const [first = [], ...others] = sign.map((group) => group.flatMap((word) => hits(word)));
  const rest = [...others];
  return first.flatMap((start) => {
    const whole = rest.reduce<Place | undefined>(
      (place, group) => place && widen(place, group),
      start,
    );
    return whole ? [whole] : [];
  });
}

/** The place widened by the nearest word of one more group, or nothing where none is in reach. */
function widen(place: Place, group: readonly Place[]): Place | undefined {
  let best: Place | undefined;
  for (const { from, to } of group) {
    // One and the same characters are not two signs.
    if (from < place.to && place.from < to) continue;
    const wide = { from: Math.min(from, place.from), to: Math.max(to, place.to) };
    if (best === undefined || lengthOf(wide) < lengthOf(best)) best = wide;
  }
  return best !== undefined && lengthOf(best) <= REACH ? best : undefined;
}

const lengthOf = ({ from, to }: Place): number => to - from;
