/*
 * F8 不予出具. How to mount it at the desk:
 *
 *   <CertificateRefusal words={words} send={refuse} close={close} sending={…} fields={…} issue={…} />
 *
 * - `words`: what the resident asked for, as it stands in the input; the worker may correct it here.
 * - `send(refusal)`: called once with F8 or Ctrl+Enter when everything is there. Store the contact (its need waits for a case),
 *   then `client(decisionEndpoints.refuseCertificate, { body: { id, encounterId, needId, residentId?, confidential?, ...refusal },
 *   key })`: registered and refused in one transaction, answered with the closed case. On an open case use `RefuseCase`.
 * - `fields`: messages of the server by the paths of that body.
 * - `issue(name)`: the paper, by its name, may be issued: register it as a certificate and open the record, whose
 *   `CertificateBox` writes it. Left out, nothing is offered.
 *
 * Inside it F8 and Ctrl+Enter store and Esc closes; the strokes that it takes are marked as taken.
 */
import { strokeOf } from '@qzt/ui';
import { Button } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { AskedPart } from './asked-part.tsx';
import styles from './certificate.module.css';
import {
  type Refusal,
  refusalFaults,
  refusalOf,
  type Said,
  suggested,
  titleFor,
} from './refusal.ts';
import { RefusalWords } from './refusal-words.tsx';
import { useDecision } from './use-decision.ts';

export interface CertificateRefusalProps {
  readonly words: string;
  readonly send: (refusal: Refusal) => void;
  readonly close: () => void;
  readonly sending: boolean;
  readonly fields?: Readonly<Record<string, string>>;
  readonly issue?: (name: string) => void;
}

export const CertificateRefusal = ({
  words,
  send,
  close,
  sending,
  fields = {},
  issue,
}: CertificateRefusalProps) => {
  const deciding = useDecision(words);
  const { decision, asked } = deciding;
  const shown = deciding.read.data;
  const [own, setOwn] = useState<{ readonly of: string; readonly said: Said } | null>(null);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  // What the worker wrote counts for the paper that it was written for; another paper brings its own words.
  const paper = JSON.stringify([shown?.asked?.code ?? null, shown?.office.office ?? null]);
  const said = own?.of === paper ? own.said : shown && suggested(shown);
  const mayIssue = shown?.outcome === 'issue' || shown?.outcome === 'check';
  const blocked = shown?.outcome === 'issue' && shown.asked !== null;

  const store = (): void => {
    if (decision === undefined || said === undefined || blocked || sending) return;
    const missing = refusalFaults(said);
    setFaults(missing);
    if (Object.keys(missing).length === 0)
      send(refusalOf(decision, asked.words, asked.answers, said));
  };
  // Inside the form its keys are its own: the desk's keys look whether a stroke was taken already.
  const onKeyDown = (event: KeyboardEvent): void => {
    const stroke = strokeOf(event.nativeEvent);
    const act = new Map([
      ['Esc', close],
      ['F8', store],
      ['Ctrl+Enter', store],
    ]).get(stroke ?? '');
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return (
    <form
      className={styles.panel}
      aria-label="不予出具"
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <h2>不予出具</h2>
      <AskedPart deciding={deciding} />
      {shown && said && !blocked ? (
        <RefusalWords
          decision={shown}
          said={said}
          change={(next) => setOwn({ of: paper, said: next })}
          fields={{ ...fields, ...faults }}
        />
      ) : null}
      <div className="ui-row">
        {blocked ? null : (
          <Button
            type="primary"
            loading={sending}
            disabled={decision === undefined}
            onClick={store}
          >
            <span className="ui-key">F8</span> 不予出具并记下
          </Button>
        )}
        {mayIssue && issue ? (
          <Button
            type={blocked ? 'primary' : 'default'}
            loading={sending}
            onClick={() => issue(titleFor(shown, asked.words))}
          >
            登记并出具
          </Button>
        ) : null}
        <Button onClick={close}>先不做</Button>
        {blocked ? <span className="ui-quiet">这一种按清单可以开,不能说不行。</span> : null}
      </div>
    </form>
  );
};
