import { addressOf } from '@qzt/contract';
import { offlineKitEndpoints } from '@qzt/contract/offline-kit';
import { Failure, Loading } from '@qzt/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { client } from '../../platform/client.ts';
import { PrintReport } from '../../platform/print-button.tsx';
import { homeOf, may, useSession } from '../../platform/session.ts';
import { troubleOf } from '../../platform/trouble.ts';
import { usePrint } from '../../platform/use-print.ts';
import desk from '../desk.module.css';
import { DeskHeader } from '../desk-header.tsx';
import { kitSaid } from './kit-words.ts';
import styles from './offline-kit.module.css';

const KEY = ['offline-kit'];

const State = () => {
  const read = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => client(offlineKitEndpoints.readKit, { signal }),
  });
  if (read.isPending) return <Loading what="正在看今天的断网包…" />;
  if (read.isError)
    return <Failure title={troubleOf(read.error).title} again={() => void read.refetch()} />;
  return <p>{kitSaid(read.data)}</p>;
};

const Parts = () => (
  <ul>
    <li>今天和明天谁接待,电话本(全号)</li>
    <li>断电应急卡:先打哪个电话、先做什么、不能做什么</li>
    <li>空白首问接待登记,两张二十行</li>
    <li>本居委会问得最多的二十项的一次告知单</li>
  </ul>
);

/** What to print each evening, so that the desk works on paper when net or power is gone. */
export const KitPage = () => {
  const session = useSession();
  const queries = useQueryClient();
  const printing = usePrint();
  if (!may(session, 'kit.print')) return <Navigate to={homeOf(session)} replace />;
  const print = async (address: string): Promise<void> => {
    await printing.print(address);
    await queries.invalidateQueries({ queryKey: KEY });
  };
  return (
    <div className={desk.page}>
      <DeskHeader session={session} />
      <main className={`ui-paper ui-stack ${styles.sheet}`}>
        <div className="ui-row">
          <h2>断网包</h2>
          <span className={styles.gap} />
          <Link to="/desk">回到接待</Link>
        </div>
        <p>断网、停电时照这一叠纸接待,恢复后用“补记”录进系统。每天下班前打一份,放在接待台。</p>
        <Parts />
        <State />
        <div className="ui-row">
          <Button
            type="primary"
            size="large"
            loading={printing.printing}
            onClick={() => void print(addressOf(offlineKitEndpoints.printKit, {}))}
          >
            打印断网包
          </Button>
          <Button
            size="large"
            disabled={printing.printing}
            onClick={() => void print(addressOf(offlineKitEndpoints.printDangerCard, {}))}
          >
            只打断电应急卡
          </Button>
        </div>
        <PrintReport printing={printing} />
        <p className="ui-quiet">里面有私人电话:用完收好,换了新的就撕掉旧的。</p>
      </main>
    </div>
  );
};
