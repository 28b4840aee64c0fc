type Listener = () => void;
let listener: Listener | null = null;

/** The entry says once where to go when the server no longer knows the session. */
export const onSessionEnd = (act: Listener): void => {
  listener = act;
};

export const announceEnded = (): void => listener?.();
