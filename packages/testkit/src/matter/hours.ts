import type { SeededRandom } from '../random/random.ts';

/**
 * How many people come in each half-hour of the desk's day, beside each other (standing: assumed): the morning after the
 * market is fullest, a second wave after the midday rest, little before closing.
 */
export const arrivalWeights: readonly (readonly [from: string, weight: number])[] = [
  ['08:30', 9],
  ['09:00', 14],
  ['09:30', 15],
  ['10:00', 13],
  ['10:30', 9],
  ['11:00', 5],
  ['13:30', 9],
  ['14:00', 11],
  ['14:30', 10],
  ['15:00', 8],
  ['15:30', 7],
  ['16:00', 5],
  ['16:30', 4],
  ['17:00', 2],
];

/** A minute of the day at which somebody comes, as `HH:MM`. */
export function makeArrival(random: SeededRandom): string {
  const from = random.weighted(arrivalWeights);
  const minutes = Number(from.slice(0, 2)) * 60 + Number(from.slice(3)) + random.int(0, 29);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
