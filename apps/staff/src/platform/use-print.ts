import { useRef, useState } from 'react';
import { type Printout, printPdf } from './print.ts';
import { announceEnded } from './session-end.ts';
import { sessionEnded, type Trouble, troubleOf } from './trouble.ts';

export interface Printing {
  /** Prints the paper behind an address (`addressOf(printEndpoints.…)`). A second press while one is made does nothing. */
  readonly print: (address: string) => Promise<void>;
  readonly printing: boolean;
  readonly printout: Printout | null;
  readonly trouble: Trouble | null;
  readonly forget: () => void;
}

/**
 * One place's way to print: `print` on a key or a button, and `<PrintReport printing={…} />` below it, which says what
 * became of the paper and what to do where the browser cannot print.
 */
export const usePrint = (): Printing => {
  const [printing, setPrinting] = useState(false);
  const [printout, setPrintout] = useState<Printout | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const busy = useRef(false);

  const print = async (address: string): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setPrinting(true);
    setPrintout(null);
    setTrouble(null);
    try {
      setPrintout(await printPdf(address));
    } catch (error) {
      if (sessionEnded(error)) announceEnded();
      setTrouble(troubleOf(error));
    } finally {
      busy.current = false;
      setPrinting(false);
    }
  };
  const forget = (): void => {
    setPrintout(null);
    setTrouble(null);
  };
  return { print, printing, printout, trouble, forget };
};
