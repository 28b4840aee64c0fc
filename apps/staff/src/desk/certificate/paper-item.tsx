import { type PaperLine, paperEndpoints } from '@qzt/contract/certificate';
import {
  PAPER_STATUS_LABELS,
  PAPER_TABLE,
  type PaperStep,
  type VoidReason,
} from '@qzt/domain/certificate';
import { Failure } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { v7 } from 'uuid';
import { useWrite } from '../../platform/use-write.ts';
import styles from './certificate.module.css';
import { EndForm } from './end-form.tsx';
import { PaperContent } from './paper-content.tsx';
import { historyOf } from './paper-history.ts';
import { paperQuery, papersOfQuery } from './queries.ts';

interface Props {
  readonly paper: PaperLine;
  /** Prints it, once the copy was counted. */
  readonly print: (paper: PaperLine) => void;
}

/** One paper: what stands on it, what happened to it, what can be done with it. */
export const PaperItem = ({ paper, print }: Props) => {
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [ending, setEnding] = useState<'decline' | 'void' | null>(null);
  const [reason, setReason] = useState<VoidReason>('wrong');
  const [note, setNote] = useState('');
  const params = { id: paper.id };
  const { version } = paper;
  const step = useWrite(paperEndpoints.stepPaper, async (answer) => {
    queries.setQueryData(paperQuery(answer.id).queryKey, answer);
    setEnding(null);
    await Promise.all([
      queries.invalidateQueries({ queryKey: papersOfQuery(answer.caseId).queryKey }),
      queries.invalidateQueries({ queryKey: ['certificates', 'waiting'] }),
    ]);
  });
  const take = (type: PaperStep): void => {
    if (type === 'decline' || type === 'void') {
      setEnding(type);
      return;
    }
    void step.send({ params, version, body: { id: v7(), type } }).then((sent) => {
      if (sent && type === 'print') print(paper);
      if (!sent)
        return queries.invalidateQueries({ queryKey: papersOfQuery(paper.caseId).queryKey });
    });
  };
  const end = (): void => {
    const words = note.trim() === '' ? {} : { note: note.trim() };
    void step.send({
      params,
      version,
      body:
        ending === 'void'
          ? { id: v7(), type: 'void', reason, ...words }
          : { id: v7(), type: 'decline', note: note.trim() },
    });
  };
  const steps = paper.allowedSteps.filter((one): one is PaperStep =>
    Object.hasOwn(PAPER_TABLE, one),
  );
  return (
    <li className={styles.paper}>
      <div className="ui-row" style={{ gap: 8 }}>
        <strong>{paper.name}</strong>
        <span className={paper.status === 'waiting' ? styles.unsure : 'ui-quiet'}>
          {PAPER_STATUS_LABELS[paper.status]}
        </span>
        <Button size="small" type="text" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? '收起内容' : '看内容'}
        </Button>
      </div>
      {historyOf(paper).map((line) => (
        <div key={line} className="ui-quiet">
          {line}
        </div>
      ))}
      {open ? <PaperContent id={paper.id} /> : null}
      {ending === null ? (
        <div className="ui-row" style={{ gap: 8 }}>
          {steps.map((one) => (
            <Button
              key={one}
              size="small"
              type={one === 'approve' || one === 'print' ? 'primary' : 'default'}
              ghost={one === 'print'}
              loading={step.sending}
              onClick={() => take(one)}
            >
              {one === 'print' && paper.copies > 0 ? '再打印(会标明重印)' : PAPER_TABLE[one].label}
            </Button>
          ))}
        </div>
      ) : (
        <EndForm
          ending={ending}
          reason={reason}
          note={note}
          setReason={setReason}
          setNote={setNote}
          end={end}
          close={() => setEnding(null)}
          sending={step.sending}
          error={step.trouble?.fields.note}
        />
      )}
      {step.trouble ? (
        <Failure
          title={step.trouble.title}
          again={step.trouble.outcome === 'unknown' ? () => void step.again() : undefined}
        />
      ) : null}
    </li>
  );
};
