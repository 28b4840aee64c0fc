import type { RegisterFilter } from '@qzt/contract/ledger';
import { shareText, TOO_FEW, type TripCounts } from '@qzt/domain/ledger';
import { Empty, Failure, Loading } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { troubleOf } from '../../platform/trouble.ts';
import styles from './ledger.module.css';
import { tripsQuery } from './register-query.ts';
import type { RegisterSearch } from './register-search.ts';

const Share = ({ trips }: { readonly trips: TripCounts }) => (
  <>
    {shareText(trips)}
    {trips.matters > 0 && !trips.enough ? <span className={styles.few}>{TOO_FEW}</span> : null}
  </>
);

interface Props {
  readonly filter: RegisterFilter;
  readonly search: RegisterSearch;
}

/** How often residents had to come for what is settled: of all, and by item. Nothing here counts by person. */
export const TripsSheet = ({ filter, search }: Props) => {
  const read = useQuery(tripsQuery(filter));
  if (read.isPending) return <Loading what="正在数趟数…" />;
  if (read.isError)
    return <Failure title={troubleOf(read.error).title} again={() => void read.refetch()} />;
  const { all, items, unsettled } = read.data;
  if (all.matters === 0)
    return <Empty>这段时间还没有办好的事。换一个时间再看,或等手上的事办好。</Empty>;
  return (
    <>
      <dl className={styles.figures}>
        <div>
          <dt>一趟之内办好</dt>
          <dd className={styles.share}>
            <Share trips={all} />
          </dd>
        </div>
        <div>
          <dt>没跑(0 趟)</dt>
          <dd>{all.none} 件</dd>
        </div>
        <div>
          <dt>一趟</dt>
          <dd>{all.one} 件</dd>
        </div>
        <div>
          <dt>两趟及以上</dt>
          <dd>{all.more} 件</dd>
        </div>
        <div>
          <dt>还没办好,不计</dt>
          <dd>{unsettled} 件</dd>
        </div>
      </dl>
      <p className="ui-quiet">
        这段时间来办、已经办好的事,居民为它跑了几趟。只看事项,不看人;撤回、不予办理、移交的不计。
      </p>
      <section className={styles.paper} aria-label="各事项的趟数">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">事项</th>
              <th scope="col">办好</th>
              <th scope="col">0 趟</th>
              <th scope="col">一趟</th>
              <th scope="col">两趟及以上</th>
              <th scope="col">一趟之内</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ item, trips }) => (
              <tr key={item?.code ?? 'other'}>
                <th scope="row">{item?.name ?? '其他(不在清单上)'}</th>
                <td data-kind="number">{trips.matters}</td>
                <td data-kind="number">{trips.none}</td>
                <td data-kind="number">{trips.one}</td>
                <td data-kind="number">
                  {trips.more === 0 ? (
                    0
                  ) : (
                    <Link
                      to="/desk/registers"
                      search={{
                        ...search,
                        sheet: 'reception',
                        item: item?.code ?? 'other',
                        trips: 'more',
                      }}
                    >
                      {trips.more},看是哪几件
                    </Link>
                  )}
                </td>
                <td>
                  <Share trips={trips} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
};
