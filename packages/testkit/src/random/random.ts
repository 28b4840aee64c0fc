/** A source of chance that gives the same from the same seed, on every machine and in every version of the project. */
export interface SeededRandom {
  /** In [0, 1), 32 bits fine. */
  float(): number;
  /** A whole number from `least` to `most`, both included. Throws RangeError where there is none. */
  int(least: number, most: number): number;
  /** True with this probability (0 to 1). */
  chance(probability: number): boolean;
  /** One of the list. Throws RangeError for an empty one. */
  pick<T>(list: readonly T[]): T;
  /** One of the pairs' first parts, as often as its weight says. Throws RangeError where all weights are 0. */
  weighted<T>(pairs: readonly (readonly [T, number])[]): T;
  /** The list in another order, as a new list. */
  shuffle<T>(list: readonly T[]): T[];
  /** Normally distributed with this mean and standard deviation. */
  normal(mean: number, deviation: number): number;
  /** An independent source for a part of the work, so that a draw more in one part changes nothing in another. */
  fork(label: string): SeededRandom;
}

/** Four 32-bit words from a text (cyrb128): unlike seeds start far apart. */
function hashSeed(seed: string): [number, number, number, number] {
  let [h1, h2, h3, h4] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < seed.length; i++) {
    const k = seed.charCodeAt(i);
    h1 = h2 ^ Math.imul(h1 ^ k, 597399067);
    h2 = h3 ^ Math.imul(h2 ^ k, 2869860233);
    h3 = h4 ^ Math.imul(h3 ^ k, 951274213);
    h4 = h1 ^ Math.imul(h4 ^ k, 2716044179);
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067);
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233);
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213);
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179);
  return [h1 ^ h2 ^ h3 ^ h4, h2 ^ h1, h3 ^ h1, h4 ^ h1];
}

/** The generator sfc32 (Chris Doty-Humphrey, public domain): small, fast, passes PractRand. */
function sfc32(seed: string): () => number {
  let [a, b, c, d] = hashSeed(seed);
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** Makes a source of chance from a text. */
export function seededRandom(seed: string): SeededRandom {
  const float = sfc32(seed);
  const int = (least: number, most: number): number => {
    if (!(Number.isInteger(least) && Number.isInteger(most) && least <= most))
      throw new RangeError(`没有 ${least} 到 ${most} 之间的整数`);
    return least + Math.floor(float() * (most - least + 1));
  };
  const pick = <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T;
  return {
    float,
    int,
    pick,
    chance: (probability) => float() < probability,
    weighted(pairs) {
      const whole = pairs.reduce((sum, [, weight]) => sum + weight, 0);
      let rest = float() * whole;
      for (const [thing, weight] of pairs) {
        rest -= weight;
        if (rest < 0) return thing;
      }
      throw new RangeError('权重都是零');
    },
    shuffle(list) {
      const shuffled = [...list];
      for (let i = shuffled.length - 1; i > 0; i--) {
        const j = int(0, i);
        const kept = shuffled[i] as (typeof shuffled)[number];
        shuffled[i] = shuffled[j] as (typeof shuffled)[number];
        shuffled[j] = kept;
      }
      return shuffled;
    },
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - float())) * Math.cos(2 * Math.PI * float()),
    fork: (label) => seededRandom(`${seed}/${label}`),
  };
}
