import { randomBytes } from 'node:crypto';

/**
 * UUIDv7s from a counter: cheaper than random ones, so that the load does not take the machine from what is measured.
 * Time-ordered as any v7; unique by 40 random bits of this maker and its counter.
 */
export function idMaker(): () => string {
  const maker = randomBytes(5).toString('hex');
  const middle = `${maker.slice(0, 3)}-8${maker.slice(3, 6)}-${maker.slice(6)}`;
  let counter = 0;
  return () => {
    counter += 1;
    const time = Date.now().toString(16).padStart(12, '0');
    const tail = counter.toString(16).padStart(8, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${middle}${tail}`;
  };
}
