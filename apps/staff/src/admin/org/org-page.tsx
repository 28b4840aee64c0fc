import { ORG_KIND_LABELS } from '@qzt/domain/org';
import { Empty } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { orgQuery } from '../../platform/org.ts';
import styles from '../admin.module.css';
import { Page, Read } from '../page.tsx';
import { inTreeOrder } from './tree.ts';
import { UnitForm } from './unit-form.tsx';

/** The organisations below the caller's, as a tree, and the form for one more. */
export const OrgPage = () => (
  <Page title="组织" lead="区、街镇、居委会、科室和受理中心。短代码用在网址和二维码里。">
    <Read read={useQuery(orgQuery)} what="组织">
      {({ items }) => (
        <>
          <UnitForm units={items} />
          {items.length === 0 ? <Empty>还没有组织。</Empty> : null}
          <div className="ui-paper">
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">名称</th>
                  <th scope="col">是</th>
                  <th scope="col">短代码</th>
                </tr>
              </thead>
              <tbody>
                {inTreeOrder(items).map(({ unit, depth }) => (
                  <tr key={unit.id}>
                    <td style={{ paddingLeft: depth * 28 }}>{unit.name}</td>
                    <td>{ORG_KIND_LABELS[unit.kind]}</td>
                    <td className={styles.code}>{unit.code}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Read>
  </Page>
);
