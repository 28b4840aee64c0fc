import {
  type Message,
  type Picture,
  PLATE,
  type Plate,
  RATINGS,
  type SecondMaterial,
} from './second-protocol.ts';

/** What the desk tells the resident; see `showOnSecond`. */
export type Scene =
  | {
      readonly kind: 'working';
      /** The item's name or the title; null while nobody knows yet. */
      readonly matter: string | null;
      readonly materials?: readonly SecondMaterial[];
      /** In words: 今天就能办好, 3 个工作日内. */
      readonly howLong?: string | null;
      /** How far that may be trusted, where it is no rule: 以窗口答复为准. */
      readonly standing?: string | null;
      readonly confidential: boolean;
    }
  | {
      readonly kind: 'done';
      /** One sentence: 已经办好了. · 已登记,最晚 11月25日 周三 17:30 前给您回话。 */
      readonly said: string;
      /** `track.url` of the case where it has one. */
      readonly track?: string | null;
      /** What the resident may rate: the case, or the contact where no case was made. */
      readonly rate?: RatingTarget | null;
      readonly confidential: boolean;
    };

export type RatingTarget = { readonly caseId: string } | { readonly encounterId: string };

/** So long a finished matter stays without a touch, and after a touch. */
const DONE_MS = 120_000;
const THANKED_MS = 20_000;

/** What a desk needs of the world around it. */
export interface DeskWorld {
  readonly now: () => number;
  readonly newId: () => string;
  readonly post: (message: Message) => void;
  /** The site's own address, in front of `track`. */
  readonly origin: string;
  /** Keeps a rating until it is stored. */
  readonly rate: (id: string, target: RatingTarget, score: number) => void;
}

const targetId = (target: RatingTarget): string =>
  'caseId' in target ? target.caseId : target.encounterId;

/**
 * The desk's side of the second screen: holds the one picture, answers second windows, takes ratings. It knows no timer:
 * whoever owns it calls `beat` every BEAT_MS. Confidential words are dropped here, before anything is sent.
 */
export class DeskSide {
  readonly #world: DeskWorld;
  readonly #id: string;
  #receiver = '';
  #plate: Plate | null = null;
  #picture: Picture = PLATE;
  #since: number;
  #target: RatingTarget | null = null;
  #seconds = new Map<string, number>();

  constructor(world: DeskWorld) {
    this.#world = world;
    this.#id = world.newId();
    this.#since = world.now();
  }

  /** Who receives, and the facts for between two residents. */
  introduce(receiver: string, plate: Plate | null): void {
    this.#receiver = receiver;
    this.#plate = plate;
    this.#post();
  }

  show(scene: Scene): void {
    if (scene.kind === 'working') this.#working(scene);
    else this.#done(scene);
  }

  clear(): void {
    this.#target = null;
    this.#put(PLATE);
  }

  /** Takes away what is being written, and nothing else. */
  endWriting(): void {
    if (this.#picture.kind === 'working') this.clear();
  }

  /** Says goodbye: the window closes or the session ended. */
  leave(): void {
    this.clear();
    this.#world.post({ type: 'gone', desk: this.#id });
  }

  /** The sign of life; also takes away what has stood long enough, and forgets second windows that are silent. */
  beat(lostMs: number): void {
    const now = this.#world.now();
    if (this.#picture.kind === 'done') {
      const stay = this.#picture.rated || this.#picture.rating === null ? THANKED_MS : DONE_MS;
      // What is to be photographed stays the whole time.
      const most = this.#picture.track === null ? stay : DONE_MS;
      if (now - this.#since > most) this.clear();
    }
    for (const [second, at] of this.#seconds) if (now - at > lostMs) this.#seconds.delete(second);
    this.#post();
  }

  hear(message: Message): void {
    if (message.type === 'here') {
      const known = this.#seconds.has(message.second);
      this.#seconds.set(message.second, this.#world.now());
      if (!known) this.#post();
    } else if (message.type === 'left') this.#seconds.delete(message.second);
    else if (message.type === 'rated') this.#rated(message.rating, message.score);
  }

  /** Whether a second window follows. */
  get followed(): boolean {
    return this.#seconds.size > 0;
  }

  #working(scene: Extract<Scene, { kind: 'working' }>): void {
    const hidden = scene.confidential;
    this.#target = null;
    this.#put({
      kind: 'working',
      receiver: this.#receiver,
      matter: hidden ? null : scene.matter,
      materials: hidden ? [] : (scene.materials ?? []),
      howLong: hidden ? null : (scene.howLong ?? null),
      standing: hidden ? null : (scene.standing ?? null),
    });
  }

  #done(scene: Extract<Scene, { kind: 'done' }>): void {
    const target = scene.rate ?? null;
    // Said twice, it is the same question with the same answer.
    const same =
      this.#picture.kind === 'done' &&
      target !== null &&
      this.#target !== null &&
      targetId(target) === targetId(this.#target);
    const before = this.#picture.kind === 'done' && same ? this.#picture : null;
    this.#target = target;
    this.#put({
      kind: 'done',
      receiver: this.#receiver,
      said: scene.confidential ? '已经为您记下了' : scene.said,
      track:
        scene.confidential || !scene.track ? null : new URL(scene.track, this.#world.origin).href,
      rating: target === null ? null : (before?.rating ?? this.#world.newId()),
      rated: before?.rated ?? false,
    });
  }

  /** Only the answer to the question that stands there counts, and only the first. */
  #rated(rating: string, score: number): void {
    const picture = this.#picture;
    if (picture.kind !== 'done' || picture.rating !== rating || picture.rated) return;
    if (this.#target === null || !RATINGS.some((one) => one.score === score)) return;
    this.#world.rate(rating, this.#target, score);
    this.#put({ ...picture, rated: true });
  }

  #put(picture: Picture): void {
    if (JSON.stringify(picture) === JSON.stringify(this.#picture)) return;
    this.#picture = picture;
    this.#since = this.#world.now();
    this.#post();
  }

  #post(): void {
    this.#world.post({
      type: 'show',
      desk: this.#id,
      since: this.#since,
      picture: this.#picture,
      plate: this.#plate,
    });
  }
}
