import { localMoment } from '@qzt/ui';
import type { CardCall } from './card-keys.ts';
import styles from './danger.module.css';

interface Props {
  readonly call: CardCall;
  /** When it was last noted. */
  readonly at: string | undefined;
  readonly press: () => void;
}

/** Emergency numbers are read across the room; others must fit into one line. */
const isShort = (number: string | null): boolean => number !== null && number.length <= 6;

/** One number, large, with the key that notes that it was called. */
export const CallRow = ({ call, at, press }: Props) => (
  <button type="button" className={styles.call} onClick={press}>
    <kbd>{call.key}</kbd>
    <span className={isShort(call.number) ? styles.number : styles.longNumber}>
      {call.number ?? '见电话本'}
    </span>
    <span>{call.label}</span>
    {call.unsure ? <span className={styles.unsure}>号码待核实</span> : null}
    <span className={at === undefined ? 'ui-quiet' : styles.done}>
      {at === undefined ? '打了就按' : `已打 ${localMoment(at).time}`}
    </span>
  </button>
);
