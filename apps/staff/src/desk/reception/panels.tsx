import { CertificateRefusal } from '../certificate/certificate-refusal.tsx';
import { LendForm } from '../lending/lend-form.tsx';
import type { AskedLoan } from '../lending/things.ts';
import type { Act } from './compose.ts';
import { DispatchPanel } from './dispatch-panel.tsx';
import { titleOf } from './draft.ts';
import { type DraftState, useDraft } from './draft-state.ts';
import { asCertificate } from './pick.ts';
import styles from './reception.module.css';
import { ReferPanel } from './refer-panel.tsx';
import type { More } from './send.ts';
import type { Status } from './status.ts';

export type Panel = 'refer' | 'dispatch' | 'refuse' | 'lend' | null;

interface Props {
  readonly panel: Panel;
  readonly state: DraftState;
  readonly status: Status;
  readonly asked: AskedLoan | null;
  readonly submit: (act: Act, more?: More) => void;
  readonly lent: (thing: string) => void;
  readonly close: () => void;
}

/** A loan in place of a line of words: the contact is recorded with it. */
const Lend = ({ state, asked, lent, close }: Pick<Props, 'state' | 'asked' | 'lent' | 'close'>) => {
  const resident = useDraft(state, (d) => d.resident);
  const visitor = useDraft(state, (d) => d.visitor);
  return (
    <section aria-label="借出" className={styles.panel}>
      <LendForm
        asked={asked}
        residentId={resident?.id}
        who={resident?.name}
        visitor={{ name: visitor.name, phone: visitor.phone }}
        done={(loan) => lent(loan.thing.name)}
        cancel={close}
      />
    </section>
  );
};

/** The one question that a key opened, instead of the notice and the particulars. */
export const Panels = ({ panel, state, status, asked, submit, lent, close }: Props) => {
  const sending = status.sending !== null;
  switch (panel) {
    case 'refer':
      return <ReferPanel state={state} send={submit} close={close} sending={sending} />;
    case 'dispatch':
      return <DispatchPanel send={submit} close={close} sending={sending} />;
    case 'lend':
      return <Lend state={state} asked={asked} lent={lent} close={close} />;
    case 'refuse':
      return (
        <CertificateRefusal
          words={state.get().words || titleOf(state.get())}
          send={(refusal) => {
            state.update((d) => (d.words === '' ? { ...d, words: refusal.title } : d));
            submit('refuse', { refusal });
          }}
          close={close}
          sending={sending}
          fields={status.fields}
          issue={(name) => {
            state.update((d) => asCertificate(d, name));
            submit('register');
          }}
        />
      );
    case null:
      return null;
  }
};
