import { Refusal } from '../../platform/refusal.ts';
import { spokenDate } from '../../platform/time.ts';
import type { ItemVersion } from './catalogue.store.ts';

/** Said at the field and of the whole: a desk that has no field on the screen shows the sentence all the same. */
const refusal = (path: string, message: string, code: string): Refusal =>
  new Refusal('invalid-input', { detail: message, faults: [{ path, code, message }] });

/**
 * Why no new matter can be opened under an item, and what to do instead. A form may have stood open for an hour while
 * the item was withdrawn: nothing that was written is lost by it.
 */
export function notOffered(
  path: string,
  code: string,
  versions: readonly ItemVersion[],
  date: string,
): Refusal {
  const begun = versions.filter((one) => one.validFrom <= date).at(-1);
  if (begun?.withdrawn)
    return refusal(
      path,
      `“${begun.body.name}”从${spokenDate(begun.validFrom)}起停办。请改选别的事项,或选“其他”照样登记;您写的都还在。`,
      'withdrawn',
    );
  const first = versions[0];
  if (first !== undefined)
    return refusal(
      path,
      `“${first.body.name}”现在还不能办。请改选别的事项,或选“其他”照样登记;您写的都还在。`,
      'not-yet',
    );
  return refusal(path, `没有 ${code} 这个事项,请重新选`, 'unknown');
}
