/** The middle of the values; of an even number the mean of the two in the middle. Errors: none given. */
export function median(values: readonly number[]): number {
  return (quantile(values, 0.5) + quantileAbove(values, 0.5)) / 2;
}

/** The value below or at which this share of the values lies (nearest rank). Errors: none given. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return at(sorted, Math.ceil(sorted.length * share) - 1);
}

const quantileAbove = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return at(sorted, Math.floor(sorted.length * share));
};

function at(sorted: readonly number[], index: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, index))];
  if (value === undefined) throw new RangeError('no values');
  return value;
}

export const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits));

/** Ratios of pairs that ran side by side, as the bench reports them. */
export interface Ratios {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export const ratiosOf = (values: readonly number[]): Ratios => ({
  median: rounded(median(values)),
  min: rounded(Math.min(...values)),
  max: rounded(Math.max(...values)),
});
