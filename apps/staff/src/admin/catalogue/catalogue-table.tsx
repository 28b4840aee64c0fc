import type { ItemLine } from '@qzt/contract/catalogue';
import { dayText } from '@qzt/ui';
import { Link } from '@tanstack/react-router';
import admin from '../admin.module.css';
import styles from './catalogue.module.css';
import { gapWords, isWeighty, limitDays, routeWords, stateWords } from './words.ts';

const Row = ({ item }: { item: ItemLine }) => {
  const state = stateWords(item);
  return (
    <tr>
      <td className={styles.code}>{item.code}</td>
      <th scope="row" className={styles.name}>
        <Link to="/admin/catalogue/$code" params={{ code: item.code }}>
          {item.name}
        </Link>
        {state ? <div className={styles.soon}>{state}</div> : null}
        {item.changedSince ? (
          <div className="ui-quiet">{dayText(item.changedSince)}改过</div>
        ) : null}
      </th>
      <td>
        {item.serviceLine}
        {item.category ? <div className="ui-quiet">{item.category}</div> : null}
      </td>
      <td>{routeWords(item.route)}</td>
      <td className={styles.limit}>{limitDays(item.limitWorkingDays)}</td>
      <td>
        {item.standingLabel}
        {item.confirmed ? <div className="ui-quiet">{dayText(item.confirmed.on)}核实</div> : null}
      </td>
      <td>
        {item.gaps.length === 0 ? <span className="ui-quiet">都有,都核实了</span> : null}
        <ul className={styles.gaps}>
          {item.gaps.map((gap) => (
            <li key={gap} className={isWeighty(gap) ? styles.weighty : undefined}>
              {gapWords(gap)}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
};

/** The items of the list, each opened by its name. */
export const CatalogueTable = ({ items }: { items: readonly ItemLine[] }) => (
  <table className={`${admin.table} ${styles.table}`}>
    <thead>
      <tr>
        <th scope="col">编号</th>
        <th scope="col">事项</th>
        <th scope="col">条线</th>
        <th scope="col">怎么转</th>
        <th scope="col">时限</th>
        <th scope="col">可信程度</th>
        <th scope="col">还缺什么</th>
      </tr>
    </thead>
    <tbody>
      {items.map((item) => (
        <Row key={item.code} item={item} />
      ))}
    </tbody>
  </table>
);
