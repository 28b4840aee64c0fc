/** How many notices lie in the kit. Standing: composed; a drawer of twenty sheets can be leafed through. */
export const NOTICES_IN_KIT = 20;

/** From when the kit of an evening is made, local time. Standing: assumed; before the day shift goes home. */
export const KIT_READY_FROM = '16:30';

interface Asked {
  readonly code: string;
  readonly times: number;
}

interface Listed {
  readonly code: string;
  readonly kind: 'contactless' | 'doorstep';
  readonly route: string;
}

/**
 * The items whose notices a committee needs most when nothing works: its own most asked ones first, then, as far as those
 * do not reach, what a committee handles itself by the catalogue's order, and after it the rest. Items that the catalogue
 * does not hold today are left out: their notice would be an old one.
 *
 * @param asked how often each item was asked for in the time looked at; any order, one row for each code
 */
export function mostAsked(
  asked: readonly Asked[],
  catalogue: readonly Listed[],
  most: number = NOTICES_IN_KIT,
): string[] {
  const held = new Set(catalogue.map(({ code }) => code));
  const own = asked
    .filter(({ code, times }) => times > 0 && held.has(code))
    .sort((a, b) => b.times - a.times || a.code.localeCompare(b.code))
    .map(({ code }) => code);
  const ofTheDesk = ({ kind, route }: Listed): boolean =>
    kind === 'contactless' && route === 'committee';
  const byOrder = [
    ...catalogue.filter(ofTheDesk),
    ...catalogue.filter((item) => !ofTheDesk(item)),
  ].map(({ code }) => code);
  return [...new Set([...own, ...byOrder])].slice(0, most);
}
