import { Button } from 'antd';
import { useEffect, useState } from 'react';

/** By how much everything grows; with it the desk still fits a screen of 1920 × 1080. */
const LARGE = '1.2';
const keyOf = (staffId: string): string => `qzt.large.${staffId}`;

const read = (staffId: string): boolean => {
  try {
    return localStorage.getItem(keyOf(staffId)) === 'yes';
  } catch {
    return false;
  }
};

const keep = (staffId: string, large: boolean): void => {
  try {
    if (large) localStorage.setItem(keyOf(staffId), 'yes');
    else localStorage.removeItem(keyOf(staffId));
  } catch {
    // A browser that keeps nothing still shows large type until it is closed.
    return;
  }
};

/** 大字: larger type for this person on this PC, until it is switched back. */
export const LargeType = ({ staffId }: { staffId: string }) => {
  const [large, setLarge] = useState(() => read(staffId));
  useEffect(() => {
    const { style } = document.documentElement;
    const small = (): void => {
      style.removeProperty('zoom');
      style.removeProperty('--enlarged');
    };
    if (large) {
      style.setProperty('zoom', LARGE);
      style.setProperty('--enlarged', LARGE);
    } else small();
    return small;
  }, [large]);
  return (
    <Button
      aria-pressed={large}
      // The cursor stays where one was writing.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        keep(staffId, !large);
        setLarge(!large);
      }}
    >
      {large ? '小字' : '大字'}
    </Button>
  );
};
