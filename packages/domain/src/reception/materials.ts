import type { EventDataOf, Material } from './case-event.ts';
import type { CaseState, MaterialState } from './case-state.ts';

type Told = Pick<CaseState, 'firstNotice' | 'materials'>;

/** What the resident is told at registration: the item's materials, with those that he brought. */
export function noticeOf(data: EventDataOf['register']): Told {
  const asked = data.notice.map((name) => ({ name, received: false, copies: 0 }));
  return {
    firstNotice: data.serviceItem === undefined ? null : data.notice,
    materials: addReceived(asked, data.materials),
  };
}

/** Marks materials as received; one that nobody asked for is kept as well. */
export function addReceived(
  materials: readonly MaterialState[],
  received: readonly Material[],
): MaterialState[] {
  const all = new Map(materials.map((material) => [material.name, material]));
  for (const { name, copies } of received) all.set(name, { name, received: true, copies });
  return [...all.values()];
}

/**
 * Adds what is asked for. A material that the first notice did not name is a second ask: the resident was promised
 * that he would be told everything at once. For a matter on no list the first asking is the first notice.
 */
export function addAsked(
  state: CaseState,
  asked: readonly Material[],
): Told & Pick<CaseState, 'secondAsk'> {
  const all = new Map(state.materials.map((material) => [material.name, material]));
  for (const { name, copies } of asked) all.set(name, { name, received: false, copies });
  const told = state.firstNotice;
  return {
    firstNotice: told ?? asked.map((material) => material.name),
    materials: [...all.values()],
    secondAsk:
      state.secondAsk || (told !== null && asked.some((material) => !told.includes(material.name))),
  };
}

/** The names that the requirement notice of this case does not hold, and that a worker must give a reason for. */
export function notOnNotice(
  state: Pick<CaseState, 'firstNotice'>,
  asked: readonly Material[],
): string[] {
  const told = state.firstNotice ?? [];
  return asked.map((material) => material.name).filter((name) => !told.includes(name));
}
