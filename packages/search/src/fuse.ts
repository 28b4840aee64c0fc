import type { Ranking } from './bm25.ts';

/** One channel's answer and how far it is believed. */
export interface Voice {
  readonly ranking: Ranking;
  readonly weight: number;
}

/**
 * The weighted mean of the channels' shares, again 0 to 1. A channel that was asked nothing has no voice, so that a query in
 * letters alone is not measured by characters that it does not have.
 */
export function fuse(voices: readonly Voice[], items: number): Float64Array {
  const fused = new Float64Array(items);
  const heard = voices.filter(({ ranking, weight }) => ranking.asked > 0 && weight > 0);
  const whole = heard.reduce((sum, { weight }) => sum + weight, 0);
  for (const { ranking, weight } of heard)
    for (let i = 0; i < items; i++)
      fused[i] = (fused[i] ?? 0) + ((ranking.shares[i] ?? 0) * weight) / whole;
  return fused;
}
