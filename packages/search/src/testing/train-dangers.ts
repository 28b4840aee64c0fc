import { type Leanings, spokenGrams } from '../danger/index.ts';

const ROUNDS = 60;
const RATE = 0.1;
const SHRINK = 1e-4;
/** A weight below this says nothing and is left out of the file. */
const LEAST_WEIGHT = 0.05;

interface Example {
  readonly grams: readonly string[];
  readonly dangerous: boolean;
}

/**
 * Learns from sentences what leans towards danger: logistic regression over characters and pairs, by gradient steps in an
 * order that is always the same. The result is plain data, read by the finder without any of this.
 */
export function learn(dangerous: readonly string[], harmless: readonly string[]): Leanings {
  const examples: Example[] = [
    ...dangerous.map((words) => ({ grams: spokenGrams(words), dangerous: true })),
    ...harmless.map((words) => ({ grams: spokenGrams(words), dangerous: false })),
  ];
  const weights = new Map<string, number>();
  let bias = 0;
  const random = seeded();
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(examples, random);
    for (const { grams, dangerous: label } of examples) {
      const size = Math.sqrt(grams.length || 1);
      const sum = grams.reduce((all, gram) => all + (weights.get(gram) ?? 0), 0);
      const chance = 1 / (1 + Math.exp(-(bias + sum / size)));
      const step = ((label ? 1 : 0) - chance) * RATE;
      bias += step * RATE;
      for (const gram of grams) {
        const old = weights.get(gram) ?? 0;
        weights.set(gram, old + step / size - RATE * SHRINK * old);
      }
    }
  }
  const kept = [...weights]
    .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([gram, weight]) => [gram, rounded(weight)] as const);
  return { bias: rounded(bias), grams: Object.fromEntries(kept) };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

function shuffle(list: Example[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [list[i], list[j]];
    if (a && b) [list[i], list[j]] = [b, a];
  }
}

function seeded(): () => number {
  let state = 1;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}
