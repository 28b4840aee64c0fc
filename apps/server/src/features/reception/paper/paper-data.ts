import type { ItemView } from '@qzt/contract/catalogue';
import type { CaseView } from '@qzt/contract/reception';
import { limitTold, materialTold, standingTold } from '@qzt/domain/catalogue';
import { promiseTold, trackCodeGroups } from '@qzt/domain/portal';
import { paperNames } from '@qzt/domain/reception';
import { onPaper, qrCode } from '../../../platform/document/index.ts';
import { spokenTime } from '../../../platform/time.ts';
import { toldOf } from '../../catalogue/index.ts';

export const PAPER_SIZES = ['a4', 'a5'] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];

/** What every paper says of whoever gives it. Null: nobody wrote it down, and the paper leaves a line for it. */
export interface Giver {
  readonly office: string;
  readonly receiver: string | null;
  readonly phone: string | null;
  /** The week when the office is open; null: nobody entered it, and the paper leaves the row out. */
  readonly hours: string | null;
  readonly at: Date | null;
  readonly size: PaperSize;
}

/** A case with what a paper may say beyond its view. */
export interface PaperCase {
  readonly view: CaseView;
  readonly item: ItemView | undefined;
  readonly confidential: boolean;
  /** In full for whoever may see it; undefined: nobody is known. */
  readonly resident: string | undefined;
  /** Where the desk reached the product, such as `https://jw.example`: for an address to follow the case that is not whole. */
  readonly origin: string;
}

interface PlaceOnPaper {
  readonly name: string;
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
}

const EAST_MS = 8 * 3_600_000;

/** `2026年11月24日`: a paper is kept longer than a year. */
const dateOf = (at: Date): string => {
  const there = new Date(at.getTime() + EAST_MS);
  return `${there.getUTCFullYear()}年${there.getUTCMonth() + 1}月${there.getUTCDate()}日`;
};

const placesOf = (places: readonly PlaceOnPaper[]) =>
  places.map(({ name, address, phone }) => ({
    name: onPaper(name),
    address: address ?? null,
    phone: phone ?? null,
  }));

/** Null for what nobody wrote: the paper leaves the row out. */
const textOf = (text: string | undefined): string | null => (text ? onPaper(text) : null);

/** By when the resident hears something; null once he was answered. */
function answerOf({ dueAt, dueKind, flags }: CaseView): string | null {
  if (dueAt === null || dueKind === null) return null;
  const when = spokenTime(new Date(dueAt));
  const guess = flags.includes('calendar-unknown') ? '（放假安排还没公布，日子是估的）' : '';
  switch (dueKind) {
    case 'accept':
      return onPaper(promiseTold('accept', when)) + guess;
    case 'limit':
      return onPaper(promiseTold('answer', when)) + guess;
    case 'resident':
      return onPaper('等您把材料补齐,我们接着办');
  }
}

function trackOf({ view, origin }: PaperCase) {
  if (view.track === undefined) return null;
  const { url } = view.track;
  return {
    squares: qrCode(new URL(url, origin).href),
    code: trackCodeGroups(new URLSearchParams(url.split('?')[1]).get('c') ?? ''),
  };
}

const headOf = ({ office, receiver, phone, hours, at, size }: Giver) => ({
  size,
  office,
  receiver,
  phone,
  hours: hours && onPaper(hours),
  date: at && dateOf(at),
});

const matterOf = ({ view, confidential }: PaperCase): string | null => {
  if (!paperNames({ confidential })) return null;
  return view.serviceItem ? onPaper(view.serviceItem.name) : view.title;
};

const namesOf = (of: PaperCase) => {
  const named = paperNames(of);
  return {
    matter: matterOf(of),
    resident: named ? (of.resident ?? null) : null,
    number: named ? of.view.number : null,
    answer: named ? answerOf(of.view) : null,
    track: named ? trackOf(of) : null,
  };
};

/** How, where and how long: what an item's text says, which names the matter in all but name. */
function saidOf({ view, item, confidential }: PaperCase) {
  if (!paperNames({ confidential }))
    return { steps: [], places: [], limit: null, fee: null, closing: null };
  const { steps, places } = view.requirementNotice;
  return {
    steps: steps.map(onPaper),
    places: placesOf(places),
    limit: item ? onPaper(limitTold(toldOf(item))) : null,
    fee: textOf(item?.details?.fee),
    closing: textOf(item?.details?.closing),
  };
}

/** The notice of a case: what the resident was told, with what is here already. */
export function noticeData(of: PaperCase, giver: Giver): object {
  return {
    ...headOf(giver),
    ...namesOf(of),
    ...saidOf(of),
    materials: of.view.requirementNotice.materials.map((one) => ({
      ...one,
      name: materialTold(one.name, of.item?.copies),
    })),
    standing: onPaper(standingTold(of.item && toldOf(of.item))),
  };
}

/** The notice of an item without a case: nothing is here yet, nobody is named. */
export const itemNoticeData = (item: ItemView, giver: Giver): object => ({
  ...headOf(giver),
  matter: onPaper(item.name),
  resident: null,
  number: null,
  answer: null,
  track: null,
  materials: item.materials.map((name) => ({
    name: materialTold(name, item.copies),
    received: false,
    copies: 0,
  })),
  steps: (item.details?.steps ?? []).map(onPaper),
  places: placesOf(item.details?.places ?? []),
  limit: onPaper(limitTold(toldOf(item))),
  fee: textOf(item.details?.fee),
  closing: textOf(item.details?.closing),
  standing: onPaper(standingTold(toldOf(item))),
});

interface Received {
  readonly name: string;
  readonly copies: number;
}

/** Each time that materials came in, as its own line: by whom and when, which is what a receipt is for. */
function receivedIn({ events }: CaseView) {
  return events
    .filter(({ type }) => type === 'register' || type === 'receive-materials')
    .flatMap(({ at, actor, data }) =>
      ((data.materials ?? []) as unknown as readonly Received[]).map(({ name, copies }) => ({
        name,
        copies,
        date: spokenTime(new Date(at)).split(' ')[0],
        by: actor.name,
      })),
    );
}

export function receiptData(of: PaperCase, giver: Giver): object {
  const rows = receivedIn(of.view);
  return {
    ...headOf(giver),
    ...namesOf(of),
    rows,
    total: rows.reduce((sum, { copies }) => sum + copies, 0),
  };
}

export const slipData = (of: PaperCase, giver: Giver): object => ({
  ...headOf(giver),
  ...namesOf(of),
});
