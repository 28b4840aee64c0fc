import { useEffect, useRef } from 'react';

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
}

/**
 * The name of a key stroke: `F2`, `Esc`, `Ctrl+Enter`, `Alt+1`. Null while an input method is composing, because the
 * stroke then belongs to the input method.
 */
export const strokeOf = (event: Pressed): string | null => {
  if (event.isComposing || event.key === 'Process') return null;
  const name = event.key === 'Escape' ? 'Esc' : event.key;
  const single = name.length === 1 ? name.toUpperCase() : name;
  const held = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : null,
    event.altKey ? 'Alt' : null,
    event.shiftKey && name.length > 1 ? 'Shift' : null,
  ].filter((part) => part !== null);
  return [...held, single].join('+');
};

/** What a stroke does; `false` means: not mine this time, let the browser have it. */
export type KeyMap = Readonly<Record<string, () => boolean | undefined>>;

/** Listens on the whole window while the component is shown. The newest map counts, so callers need no memo. */
export const useKeys = (map: KeyMap): void => {
  const newest = useRef(map);
  useEffect(() => {
    newest.current = map;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const stroke = strokeOf(event);
      const act = stroke === null ? undefined : newest.current[stroke];
      if (act && act() !== false) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
};
