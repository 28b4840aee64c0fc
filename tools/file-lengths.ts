/** What a list of file lengths amounts to: nearest-rank median and 95th percentile, in lines. */
export interface Lengths {
  files: number;
  median: number;
  p95: number;
  largest: number;
}

export function summariseLengths(lines: readonly number[]): Lengths {
  const sorted = [...lines].sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { files: sorted.length, median: rank(0.5), p95: rank(0.95), largest: rank(1) };
}
