interface Node {
  readonly id: string;
  readonly parentId: string | null;
}

interface Placed<T> {
  readonly unit: T;
  readonly depth: number;
}

/**
 * Each organisation after its parent, with its depth. Whose parent is not in the list stands at the top: the caller
 * sees a branch and not the whole tree. A loop in the data does not hang; nothing is left out.
 */
export const inTreeOrder = <T extends Node>(units: readonly T[]): Placed<T>[] => {
  const known = new Set(units.map((unit) => unit.id));
  const placed = new Map<string, Placed<T>>();
  const place = (unit: T, depth: number): void => {
    if (placed.has(unit.id)) return;
    placed.set(unit.id, { unit, depth });
    for (const child of units) if (child.parentId === unit.id) place(child, depth + 1);
  };
  for (const unit of units) if (unit.parentId === null || !known.has(unit.parentId)) place(unit, 0);
  for (const unit of units) place(unit, 0);
  return [...placed.values()];
};
