/** Whether nothing is left that was not stored. */
type Act = () => Promise<boolean>;
const acts = new Set<Act>();

/** Something must be finished before the worker signs out; answers how to stop waiting for it. */
export const beforeLeaving = (act: Act): (() => void) => {
  acts.add(act);
  return () => acts.delete(act);
};

/** Finishes what is under way, before the session ends; false where something could not be stored and would be lost. */
export const finishAll = async (): Promise<boolean> =>
  (await Promise.all([...acts].map((act) => act()))).every(Boolean);
