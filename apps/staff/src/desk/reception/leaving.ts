type Act = () => Promise<void>;
const acts = new Set<Act>();

/** Something must be finished before the worker signs out; answers how to stop waiting for it. */
export const beforeLeaving = (act: Act): (() => void) => {
  acts.add(act);
  return () => acts.delete(act);
};

/** Finishes what is under way, before the session ends. */
export const finishAll = async (): Promise<void> => {
  await Promise.all([...acts].map((act) => act()));
};
