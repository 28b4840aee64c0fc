import { type Problem, ProblemError } from '@qzt/contract';

/** What became of a paper. */
export interface Printout {
  /** `sent`: the browser was told to print. `by-hand`: it cannot print a PDF from a page; a person opens it and prints. */
  readonly outcome: 'sent' | 'by-hand';
  /** The paper again, for opening it in a tab of its own. */
  readonly address: string;
  /** The same bytes, for saving; held for the last few papers. */
  readonly saved: string;
  readonly name: string;
  /** Characters that no font has (`U+31350`): the paper leaves a line to write each on. */
  readonly missing: readonly string[];
}

const FRAME_ID = 'printed-paper';
/** A viewer that has not shown the paper by then will not. */
const SHOWN_WITHIN_MS = 8_000;
/** A viewer fires `load` before its first page stands. */
const SETTLED_MS = 250;

const nameIn = (disposition: string | null): string => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  return encoded === undefined ? 'paper.pdf' : decodeURIComponent(encoded);
};

/** So many papers stay in the browser's memory for saving; links to older ones lead nowhere. */
const HELD_MOST = 8;
const held: string[] = [];

function hold(blob: Blob): string {
  const address = URL.createObjectURL(blob);
  held.push(address);
  for (const old of held.splice(0, held.length - HELD_MOST)) URL.revokeObjectURL(old);
  return address;
}

/** Out of sight and not `display: none`, which some browsers do not print. */
function frameFor(address: string): HTMLIFrameElement {
  document.getElementById(FRAME_ID)?.remove();
  const frame = document.createElement('iframe');
  frame.id = FRAME_ID;
  frame.title = '要打印的纸';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.style.cssText = 'position:fixed;right:0;bottom:0;width:1px;height:1px;border:0;opacity:0';
  frame.src = address;
  return frame;
}

const loaded = (frame: HTMLIFrameElement): Promise<boolean> =>
  new Promise((resolve) => {
    const late = setTimeout(() => resolve(false), SHOWN_WITHIN_MS);
    frame.addEventListener('load', () => {
      clearTimeout(late);
      setTimeout(() => resolve(true), SETTLED_MS);
    });
    document.body.append(frame);
  });

/** Whether the browser took the order. Some refuse a script the way into their viewer; then a person prints. */
async function sendToPrinter(address: string): Promise<boolean> {
  if (!navigator.pdfViewerEnabled) return false;
  const frame = frameFor(address);
  if (!(await loaded(frame)) || frame.contentWindow === null) return false;
  try {
    // Without the focus: it stays where the worker was typing.
    frame.contentWindow.print();
    return true;
  } catch {
    return false;
  }
}

/**
 * Fetches a paper and hands it to the browser's print window, in a frame of this page: no pop-up that could be blocked.
 * Errors: `ProblemError` for what the server refused; network errors pass through.
 */
export async function printPdf(address: string): Promise<Printout> {
  const response = await fetch(address, {
    credentials: 'same-origin',
    headers: { accept: 'application/pdf, application/problem+json' },
  });
  if (!response.ok) throw new ProblemError((await response.json()) as Problem);
  const blob = await response.blob();
  const saved = hold(blob);
  const sent = await sendToPrinter(saved);
  return {
    outcome: sent ? 'sent' : 'by-hand',
    address,
    saved,
    name: nameIn(response.headers.get('content-disposition')),
    missing: (response.headers.get('x-missing-glyphs') ?? '').split(' ').filter(Boolean),
  };
}
