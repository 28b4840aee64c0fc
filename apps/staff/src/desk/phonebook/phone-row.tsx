import { type PhoneEntry, phonebookEndpoints } from '@qzt/contract/phonebook';
import { telAddress } from '@qzt/domain/phonebook';
import { Button } from 'antd';
import { useState } from 'react';
import { client } from '../../platform/client.ts';
import styles from './phonebook.module.css';

interface Props {
  readonly entry: PhoneEntry;
  /** Why the number is looked at, for the log. */
  readonly purpose: string;
  readonly note: ((entry: PhoneEntry) => void) | null;
  readonly edit: ((entry: PhoneEntry) => void) | null;
  /** The kind, said once for several entries of it. */
  readonly kind: string;
}

/** A private person's number stays masked until somebody asks for it; the log then says who and why. */
const PhoneNumber = ({ entry, purpose }: Pick<Props, 'entry' | 'purpose'>) => {
  const [whole, setWhole] = useState<string | null>(entry.masked ? null : entry.phone);
  const [failed, setFailed] = useState(false);
  const show = async (): Promise<void> => {
    try {
      const read = await client(phonebookEndpoints.revealPhone, {
        params: { id: entry.id },
        body: { purpose },
      });
      setWhole(read.phone);
    } catch {
      setFailed(true);
    }
  };
  if (whole !== null)
    return (
      <a href={telAddress(whole)} className={styles.phone}>
        {whole}
      </a>
    );
  return (
    <>
      <span className={styles.phone}>{entry.phone}</span>{' '}
      <Button size="small" onClick={() => void show()}>
        {failed ? '没取到,再试一次' : '看号码'}
      </Button>
    </>
  );
};

/** One entry: whom, the number as a link that the telephone takes, and the key that notes that one called. */
export const PhoneRow = ({ entry, purpose, note, edit, kind }: Props) => (
  <li className={styles.row}>
    <span className={styles.quiet}>{kind}</span>
    <span className={styles.name}>{entry.name}</span>
    <span>
      <PhoneNumber entry={entry} purpose={purpose} />
    </span>
    <span className={styles.acts}>
      {note === null ? null : (
        <Button size="small" onClick={() => note(entry)}>
          记已拨打
        </Button>
      )}
      {edit === null ? null : (
        <Button size="small" type="text" onClick={() => edit(entry)}>
          {entry.shipped ? '换成我们的' : '改'}
        </Button>
      )}
    </span>
    <span className={styles.quiet}>
      {entry.note ?? ''}
      {entry.shipped && !entry.standing.startsWith('official') ? '随软件带来,还没有核实过' : ''}
    </span>
  </li>
);
