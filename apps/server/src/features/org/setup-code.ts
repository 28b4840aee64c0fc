import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { Refusal, wrongField } from '../../platform/refusal.ts';

/** Letters and digits that nobody takes for each other when read from a console. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 12;
const GROUP = 4;
/** Wrong tries before a code is worth nothing and the server has to be started again. */
const TRIES = 10;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Spaces, dashes and small letters are how people type. */
const plain = (code: string): string => code.toUpperCase().replace(/[\s-]/g, '');

/**
 * The one-time code that proves that whoever sets up an empty installation sees the server's console. In memory only:
 * a new start makes a new one. About 59 bits, ten tries.
 */
export class SetupCode {
  #expected: Buffer | undefined;
  #wrong = 0;

  /** Makes a new code, to be shown on the console: `K7QM-2VXH-9RTA`. */
  make(): string {
    const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(
      '',
    );
    this.#expected = digest(letters);
    this.#wrong = 0;
    return (letters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
  }

  /** Errors: `not-permitted` where no code holds (any more), `invalid-input` where this one is wrong. */
  demand(given: string): void {
    if (this.#expected === undefined)
      throw new Refusal('not-permitted', {
        detail: '设置码已经失效,请重新启动服务器,看控制台上的新设置码',
      });
    // Digests have one length, so the comparison takes one time whatever was typed.
    if (timingSafeEqual(this.#expected, digest(plain(given)))) return;
    this.#wrong += 1;
    if (this.#wrong >= TRIES) this.#expected = undefined;
    throw wrongField('code', '设置码不对,请看服务器启动时控制台上显示的那一行', 'wrong');
  }

  /** The code is spent. */
  spend(): void {
    this.#expected = undefined;
  }
}
