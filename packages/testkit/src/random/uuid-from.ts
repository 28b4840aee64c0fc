import type { SeededRandom } from './random.ts';

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/**
 * A valid UUIDv7 of this moment (milliseconds since 1970, 48 bits), its random part from the seeded source: the same seed
 * gives the same ids, and ids made later sort later. Throws RangeError for a moment that version 7 cannot hold.
 */
export function uuidFrom(random: SeededRandom, timeMs: number): string {
  if (!(Number.isInteger(timeMs) && timeMs >= 0 && timeMs < 2 ** 48))
    throw new RangeError(`时间 ${timeMs} 不能写进 UUIDv7`);
  const time = hex(timeMs, 12);
  const twelve = hex(0x7000 | random.int(0, 0xfff), 4);
  const fourteen = hex(0x8000 | random.int(0, 0x3fff), 4);
  const rest = hex(random.int(0, 0xffffff), 6) + hex(random.int(0, 0xffffff), 6);
  return `${time.slice(0, 8)}-${time.slice(8)}-${twelve}-${fourteen}-${rest}`;
}
