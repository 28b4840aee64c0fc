import { useEffect, useState } from 'react';

/** The text once nothing was typed for so long; while an input method composes, what stood there before. */
export const useSettled = (text: string, pauseMs: number, still: boolean): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    if (still) return;
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text, pauseMs, still]);
  return settled;
};
