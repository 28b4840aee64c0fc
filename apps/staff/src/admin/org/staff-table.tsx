import type { StaffView } from '@qzt/contract/org';
import { dayText, localMoment } from '@qzt/ui';
import { Button } from 'antd';
import styles from '../admin.module.css';
import { roleText } from './roles.ts';

interface Props {
  readonly staff: readonly StaffView[];
  readonly change: ((person: StaffView) => void) | null;
  readonly leave: ((person: StaffView) => void) | null;
}

interface RowProps extends Omit<Props, 'staff'> {
  readonly person: StaffView;
}

const Row = ({ person, change, leave }: RowProps) => (
  <tr>
    <td>
      {person.name}
      {person.leader ? ' (书记或主任)' : ''}
      <div className="ui-quiet">{person.username}</div>
    </td>
    <td>{person.org.name}</td>
    <td>{person.roles.map(roleText).join('、')}</td>
    <td>{person.serviceLines.join('、') || '—'}</td>
    <td>{person.openCases}</td>
    <td>
      {person.leftAt === null ? (
        <span className="ui-row" style={{ gap: 8 }}>
          {change ? (
            <Button size="small" aria-label={`修改 ${person.name}`} onClick={() => change(person)}>
              修改
            </Button>
          ) : null}
          {leave ? (
            <Button
              size="small"
              aria-label={`${person.name} 离岗并移交`}
              onClick={() => leave(person)}
            >
              离岗并移交
            </Button>
          ) : null}
        </span>
      ) : (
        <span className="ui-quiet">{dayText(localMoment(person.leftAt).date)}离岗</span>
      )}
    </td>
  </tr>
);

export const StaffTable = ({ staff, change, leave }: Props) =>
  staff.length === 0 ? null : (
    <div className="ui-paper">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">单位</th>
            <th scope="col">岗位</th>
            <th scope="col">条线</th>
            <th scope="col">在办</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {staff.map((person) => (
            <Row key={person.id} person={person} change={change} leave={leave} />
          ))}
        </tbody>
      </table>
    </div>
  );
