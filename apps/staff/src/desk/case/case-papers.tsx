import { addressOf } from '@qzt/contract';
import { type CaseView, printEndpoints } from '@qzt/contract/reception';
import { PAPERS, type Paper, paperRefused } from '@qzt/domain/reception';
import { Button } from 'antd';
import { paperSize } from '../../platform/paper-size.ts';
import { PaperSizeChoice, PrintReport } from '../../platform/print-button.tsx';
import { usePrint } from '../../platform/use-print.ts';

const ENDPOINTS = {
  notice: printEndpoints.printNotice,
  receipt: printEndpoints.printReceipt,
  slip: printEndpoints.printSlip,
} as const satisfies Record<Paper, object>;

/** A slip is small, and half a sheet is enough. */
const MADE_FOR = { notice: 'a4', receipt: 'a4', slip: 'a5' } as const satisfies Record<
  Paper,
  string
>;

/** Where a paper of a case is printed from, in the size that lies in this computer's printer. */
export const paperAddress = (paper: Paper, id: string): string =>
  addressOf(ENDPOINTS[paper], { params: { id }, query: { size: paperSize(MADE_FOR[paper]) } });

/** The papers of this case that the rules allow: what cannot be printed is not offered. */
export const CasePapers = ({ shown }: { shown: CaseView }) => {
  const printing = usePrint();
  const state = {
    confidential: shown.flags.includes('confidential'),
    materials: shown.requirementNotice.materials,
  };
  const offered = (Object.keys(PAPERS) as Paper[]).filter(
    (paper) => paperRefused(state, paper) === null,
  );
  return (
    <section aria-label="打印" className="ui-stack" style={{ gap: 8 }}>
      <div className="ui-row" style={{ gap: 8 }}>
        {offered.map((paper) => (
          <Button
            key={paper}
            size="small"
            disabled={printing.printing}
            onClick={() => void printing.print(paperAddress(paper, shown.id))}
          >
            打印{PAPERS[paper]}
          </Button>
        ))}
        <PaperSizeChoice />
      </div>
      {state.confidential ? (
        <span className="ui-quiet">保密的事:纸上不写姓名和事由。先问本人要不要带纸回家。</span>
      ) : null}
      <PrintReport printing={printing} />
    </section>
  );
};
