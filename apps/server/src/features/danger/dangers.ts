import type { DangerHit, DangerNumber, DangerView } from '@qzt/contract/danger';
import type { DangerFact } from '@qzt/domain/reception';
import {
  buildDangerFinder,
  type DangerFinder,
  type DangerSigns,
  type HarmlessWords,
  type Leanings,
} from '@qzt/search/danger';
import { content } from '../../platform/content.ts';

type ShippedDanger = Omit<DangerView, 'calls'> &
  DangerSigns & { readonly calls: readonly string[] };

/** Where a hit without a sign leads: to the card that asks what happened. */
const UNSURE = 'help';

/** The dangers as they ship, in memory: facts of the product, not of a committee. */
export class Dangers {
  readonly views: readonly DangerView[];
  readonly numbers: readonly DangerNumber[];
  readonly recognition: {
    readonly dangers: readonly DangerSigns[];
    readonly harmless: HarmlessWords;
    readonly leanings: Leanings;
  };
  readonly #find: DangerFinder;
  readonly #byCode: ReadonlyMap<string, DangerView>;

  constructor(
    shipped: readonly ShippedDanger[],
    numbers: readonly DangerNumber[],
    harmless: HarmlessWords,
    leanings: Leanings,
  ) {
    const numberOf = new Map(numbers.map((one) => [one.code, one]));
    this.numbers = numbers;
    this.views = shipped.map(({ signs: _signs, past: _past, calls, ...view }) => ({
      ...view,
      calls: calls.flatMap((code) => numberOf.get(code) ?? []),
    }));
    this.#byCode = new Map(this.views.map((view) => [view.code, view]));
    const dangers = shipped.map(({ code, signs, past }) => ({ code, signs, past }));
    this.recognition = { dangers, harmless, leanings };
    this.#find = buildDangerFinder(dangers, harmless, leanings);
  }

  /** The danger that words speak of, or nothing. */
  inWords(words: string): DangerHit | undefined {
    const { codes, leaning } = this.#find(words);
    const code = codes[0] ?? (leaning ? UNSURE : undefined);
    const view = code === undefined ? undefined : this.#byCode.get(code);
    return view && { code: view.code, name: view.name, sure: codes.length > 0 };
  }

  /** What follows from a danger for the case that is about it. */
  fact(code: string): DangerFact | undefined {
    const view = this.#byCode.get(code);
    return (
      view && {
        code: view.code,
        confidential: view.confidential,
        mandatoryReport: view.report === 'always',
      }
    );
  }
}

/** Reads the dangers that ship with the product. */
export async function shippedDangers(): Promise<Dangers> {
  const [dangers, numbers, harmless, leanings] = await Promise.all([
    content<ShippedDanger[]>('dangers/dangers.json'),
    content<DangerNumber[]>('dangers/numbers.json'),
    content<HarmlessWords>('dangers/harmless.json'),
    content<Leanings>('dangers/leanings.json'),
  ]);
  return new Dangers(dangers, numbers, harmless, leanings);
}
