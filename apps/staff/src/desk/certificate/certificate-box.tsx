import { addressOf } from '@qzt/contract';
import { certificatePrintEndpoints, type PaperLine } from '@qzt/contract/certificate';
import type { CaseView } from '@qzt/contract/reception';
import { Empty, Failure } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { paperSize } from '../../platform/paper-size.ts';
import { PrintReport } from '../../platform/print-button.tsx';
import { may, useSession } from '../../platform/session.ts';
import { troubleOf } from '../../platform/trouble.ts';
import { usePrint } from '../../platform/use-print.ts';
import styles from './certificate.module.css';
import { HandOverButton } from './hand-over-button.tsx';
import { canAnswer, paperToHandOver } from './handed-over.ts';
import { PaperForm } from './paper-form.tsx';
import { PaperItem } from './paper-item.tsx';
import { papersOfQuery } from './queries.ts';
import { RefuseCase } from './refuse-case.tsx';

/*
 * The certificates of an open record: papers that were written, and the ways to write one or to refuse it. Mount it in
 * the record of a case: <CertificateBox shown={case} />. It shows nothing to whoever has nothing to do with papers, and on
 * a case that is not about a paper nothing until one was written.
 */
export const CertificateBox = ({ shown }: { readonly shown: CaseView }) => {
  const session = useSession();
  return may(session, 'certificate.issue') ? <Box shown={shown} /> : null;
};

/** A case that is about a paper, whatever it was registered as. */
const concernsPaper = ({ kind, title }: CaseView): boolean =>
  kind === 'certificate' || /证明|政审/.test(title);

const Box = ({ shown }: { readonly shown: CaseView }) => {
  const papers = useQuery(papersOfQuery(shown.id));
  const [doing, setDoing] = useState<'issue' | 'refuse' | null>(null);
  const printing = usePrint();
  const items = papers.data?.items ?? [];
  const open = shown.status !== 'closed';
  const toHandOver = paperToHandOver(items);
  const refused = shown.ending === 'refused';
  if (!concernsPaper(shown) && items.length === 0) return null;
  const close = (): void => setDoing(null);
  const print = ({ id }: PaperLine): void =>
    void printing.print(addressOf(certificatePrintEndpoints.printCertificate, { params: { id } }));
  return (
    <section aria-label="证明" className="ui-stack" style={{ gap: 12 }}>
      <h3>证明</h3>
      {papers.isError ? (
        <Failure title={troubleOf(papers.error).title} again={() => void papers.refetch()} />
      ) : null}
      {items.length > 0 ? (
        <ul className={styles.papers}>
          {items.map((paper) => (
            <PaperItem key={paper.id} paper={paper} print={print} />
          ))}
        </ul>
      ) : null}
      {papers.isSuccess && items.length === 0 && open && doing === null ? (
        <Empty>还没有写证明。能开就出具,不能开就告诉居民去哪里办。</Empty>
      ) : null}
      {doing === 'issue' ? <PaperForm shown={shown} close={close} /> : null}
      {doing === 'refuse' ? (
        <RefuseCase shown={shown} close={close} issue={() => setDoing('issue')} />
      ) : null}
      {doing === null ? (
        <div className="ui-row" style={{ gap: 8 }}>
          {toHandOver && canAnswer(shown) ? (
            <HandOverButton shown={shown} paper={toHandOver} />
          ) : null}
          {open ? <Button onClick={() => setDoing('issue')}>出具证明</Button> : null}
          {shown.allowedActions.includes('refuse') && toHandOver === undefined ? (
            <Button onClick={() => setDoing('refuse')}>不予出具</Button>
          ) : null}
          {refused ? (
            <Button
              loading={printing.printing}
              onClick={() =>
                void printing.print(
                  addressOf(certificatePrintEndpoints.printRefusal, {
                    params: { caseId: shown.id },
                    query: { size: paperSize() },
                  }),
                )
              }
            >
              打印不予出具告知
            </Button>
          ) : null}
        </div>
      ) : null}
      <PrintReport printing={printing} />
    </section>
  );
};
