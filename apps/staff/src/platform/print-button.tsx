import { Failure } from '@qzt/ui';
import { Button, Radio } from 'antd';
import type { ReactNode } from 'react';
import { PAPER_SIZES, setPaperSize, usePaperSize } from './paper-size.ts';
import { byHandSaid, printSaid } from './print-words.ts';
import { type Printing, usePrint } from './use-print.ts';

const LINK = { color: 'var(--work)' };

/** What became of the paper, and the way that always works: open it, or save it. */
export const PrintReport = ({ printing: { printout, trouble } }: { printing: Printing }) => {
  if (trouble) return <Failure title={trouble.title} />;
  if (printout === null) return null;
  const byHand = byHandSaid(printout);
  return (
    <div role="status" className="ui-stack" style={{ gap: 4 }}>
      <span>
        {printSaid(printout)}{' '}
        <a href={printout.address} target="_blank" rel="noreferrer" style={LINK}>
          打开这张纸
        </a>{' '}
        <a href={printout.saved} download={printout.name} style={LINK}>
          存到电脑
        </a>
      </span>
      {byHand === null ? null : <strong>{byHand}</strong>}
    </div>
  );
};

/** Which paper lies in the printer; kept on this computer. */
export const PaperSizeChoice = () => {
  const size = usePaperSize();
  return (
    <Radio.Group
      aria-label="打印机里的纸"
      size="small"
      value={size}
      onChange={(event) => setPaperSize(event.target.value)}
      options={Object.entries(PAPER_SIZES).map(([value, label]) => ({ value, label }))}
    />
  );
};

interface Props {
  /** The paper's address: `addressOf(printEndpoints.printNotice, { params: { id }, query: { size: paperSize() } })`. */
  readonly address: () => string;
  readonly children: ReactNode;
}

/** A button that prints one paper, with its report below. Several papers in one place: `usePrint` and one report. */
export const PrintButton = ({ address, children }: Props) => {
  const printing = usePrint();
  return (
    <div className="ui-stack" style={{ gap: 4 }}>
      <div>
        <Button loading={printing.printing} onClick={() => void printing.print(address())}>
          {children}
        </Button>
      </div>
      <PrintReport printing={printing} />
    </div>
  );
};
