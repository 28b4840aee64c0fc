import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../refusal.ts';
import { drawnBy } from './cmap.ts';
import { drawing, printable } from './glyphs.ts';
import { FONTS } from './places.ts';
import type { PressAnswer, PressOrder } from './press-thread.ts';

export interface Order {
  /** The Typst file: `new URL('./notice.typ', import.meta.url)`. */
  readonly template: URL;
  /** What the template reads with `data` of paper.typ. Text of people stands here and never in a template. */
  readonly data: object;
  /** Made while practising: every page says in large letters that it does not count. */
  readonly practice?: boolean;
}

export interface Printed {
  readonly pdf: Buffer;
  readonly pages: number;
  /** Characters that no font draws (`U+31350`): each became a line to write on, and the page says so at its foot. */
  readonly missing: readonly string[];
}

/** Nobody waits longer than this many others; at some tens of milliseconds a page that is a few seconds. */
const WAITING_MOST = 40;
/** A thread without work is let go after this time, and with it the memory of the fonts. */
const IDLE_MS = 300_000;

/** What a template could not be set with: a fault of ours, which the log must tell. */
class PressFault extends Error {}

interface Waiting {
  readonly done: (answer: PressAnswer) => void;
  readonly failed: (error: Error) => void;
}

const fontFiles = async (): Promise<Buffer[]> => {
  const names = (await readdir(FONTS)).filter((name) => /\.(otf|ttf)$/.test(name));
  return Promise.all(names.map((name) => readFile(new URL(name, FONTS))));
};

/**
 * Sets pages as PDF by Typst, in one thread that starts with the first page. The same order gives the same bytes: no
 * clock and no chance goes in, and only the fonts that ship with the product are used.
 */
export class Press {
  #thread: Worker | undefined;
  #draws: Promise<(code: number) => boolean> | undefined;
  #idle: NodeJS.Timeout | undefined;
  #closed = false;
  #inHand = 0;
  #next = 0;
  readonly #waiting = new Map<number, Waiting>();

  /** Errors: `slow-down` when too many wait, `not-ready` while the server stops. */
  async print(order: Order): Promise<Printed> {
    if (this.#closed) throw new Refusal('not-ready', { waitSeconds: 2 });
    if (this.#inHand >= WAITING_MOST)
      throw new Refusal('slow-down', { waitSeconds: 2, detail: '打印的人太多,请过几秒再按一次' });
    this.#inHand += 1;
    try {
      return await this.#printed(order);
    } finally {
      this.#inHand -= 1;
    }
  }

  async #printed({ template, data, practice = false }: Order): Promise<Printed> {
    const whole = printable(data, await this.#fonts());
    const answer = await this.#set({
      id: this.#next++,
      template: fileURLToPath(template),
      inputs: {
        data: JSON.stringify(whole.data),
        missing: whole.missing.join(' '),
        practice: practice ? 'yes' : 'no',
      },
    });
    if ('fault' in answer) throw new PressFault(`${fileURLToPath(template)}: ${answer.fault}`);
    return { pdf: Buffer.from(answer.pdf), pages: answer.pages, missing: whole.missing };
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#letGo();
  }

  #fonts(): Promise<(code: number) => boolean> {
    if (this.#draws === undefined) {
      this.#draws = fontFiles().then((files) => drawing(files.flatMap(drawnBy)));
      this.#draws.catch(() => {
        this.#draws = undefined;
      });
    }
    return this.#draws;
  }

  #set(order: PressOrder): Promise<PressAnswer> {
    clearTimeout(this.#idle);
    const { promise, resolve, reject } = Promise.withResolvers<PressAnswer>();
    this.#waiting.set(order.id, { done: resolve, failed: reject });
    this.#thread ??= this.#start();
    this.#thread.postMessage(order);
    return promise;
  }

  #start(): Worker {
    const thread = new Worker(new URL('./press-thread.ts', import.meta.url));
    thread.unref();
    thread.on('message', (answer: PressAnswer) => {
      this.#waiting.get(answer.id)?.done(answer);
      this.#waiting.delete(answer.id);
      if (this.#waiting.size === 0 && !this.#closed) {
        this.#idle = setTimeout(() => void this.#letGo(), IDLE_MS);
        this.#idle.unref();
      }
    });
    thread.on('error', (error) => this.#fail(thread, error));
    thread.on('exit', () => this.#fail(thread, new PressFault('the thread ended')));
    return thread;
  }

  /** The pages in hand are refused; the next one starts a new thread. */
  #fail(thread: Worker, error: Error): void {
    if (this.#thread !== thread) return;
    this.#thread = undefined;
    for (const { failed } of this.#waiting.values()) failed(error);
    this.#waiting.clear();
  }

  async #letGo(): Promise<void> {
    clearTimeout(this.#idle);
    const thread = this.#thread;
    if (thread === undefined) return;
    this.#fail(thread, new Refusal('not-ready', { waitSeconds: 2 }));
    await thread.terminate();
  }
}
