import { v7 } from 'uuid';
import { keepRating } from './rating-outbox.ts';
import { DeskSide, type Scene } from './second-desk.ts';
import { BEAT_MS, CHANNEL, LOST_MS, type Message, type Plate } from './second-protocol.ts';

/*
 * The desk's way to the second screen (对外屏). The form calls `showOnSecond` with what the resident may know, as often as
 * it likes (the same again costs nothing), and `clearSecond` at 下一位 (Esc):
 *
 *   showOnSecond({ kind: 'working', matter: '孕妇联系单(卡)办理', confidential: draft.confidential,
 *     materials: [{ name: '怀孕证明', copies: 1, brought: true }, { name: '结婚证', brought: false }],
 *     howLong: '今天就能办好', standing: '以窗口答复为准' });
 *
 *   showOnSecond({ kind: 'done', said: '已登记,最晚 11月25日 周三 17:30 前给您回话。', track: made.track?.url ?? null,
 *     rate: { caseId: made.id }, confidential: made.flags.includes('confidential') });
 *
 *   showOnSecond({ kind: 'done', said: '已经办好了。', rate: { encounterId }, confidential: false });   // no case made
 *
 *   clearSecond();
 *
 * A fresh, untouched entry calls `endWriting`: what was being written goes, while QR code and rating of a finished matter
 * stay until somebody types again, presses Esc, or their time is over. Of somebody on the telephone nothing is shown:
 * another resident may sit in front of the screen. A resident's name is never handed over; of a confidential matter
 * nothing leaves this window.
 */

interface Open {
  readonly side: DeskSide;
  readonly close: () => void;
}

let open: Open | null = null;

/** Shows the resident what is being done for him. Nothing happens where no desk is open. */
export const showOnSecond = (scene: Scene): void => open?.side.show(scene);

/** Back to the plate: the next resident must not see anything of this one. */
export const clearSecond = (): void => open?.side.clear();

/** Nothing is being written any more: takes away what was, and leaves QR code and rating of a finished matter alone. */
export const endWriting = (): void => open?.side.endWriting();

/** Names who receives and the facts between two residents. */
export const introduceOnSecond = (receiver: string, plate: Plate | null): void =>
  open?.side.introduce(receiver, plate);

interface Told {
  /** A second window came or went. */
  readonly followed: (yes: boolean) => void;
  /** A rating was kept and can be sent. */
  readonly rated: () => void;
}

/**
 * Opens the desk's side for as long as the desk is shown to this member of staff; call what it answers to close it.
 */
export const openDeskSide = (staffId: string, told: Told): (() => void) => {
  open?.close();
  const channel = new BroadcastChannel(CHANNEL);
  const side = new DeskSide({
    now: Date.now,
    newId: v7,
    origin: location.origin,
    post: (message) => channel.postMessage(message),
    rate: (id, target, score) => {
      keepRating(localStorage, { id, staffId, target, score }, Date.now());
      told.rated();
    },
  });
  const tell = (): void => told.followed(side.followed);
  channel.addEventListener('message', (event: MessageEvent<Message>) => {
    side.hear(event.data);
    tell();
  });
  const timer = setInterval(() => {
    side.beat(LOST_MS);
    tell();
  }, BEAT_MS);
  // A page that goes into the browser's memory comes back with its timers: it must not be followed meanwhile.
  const leave = (): void => side.leave();
  window.addEventListener('pagehide', leave);
  const mine: Open = {
    side,
    close: () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      side.leave();
      channel.close();
      if (open === mine) open = null;
    },
  };
  open = mine;
  side.beat(LOST_MS);
  return mine.close;
};
