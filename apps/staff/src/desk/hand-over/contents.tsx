import type { HandOverContents } from '@qzt/contract/hand-over';
import { nearText } from '@qzt/ui';
import { Link } from '@tanstack/react-router';
import { AT_ONCE, isAtOnce } from '../promise/urgency.ts';
import styles from './hand-over.module.css';

type Matter = HandOverContents['promises'][number];
type Loan = HandOverContents['loans'][number];

const BY: Readonly<Record<string, string>> = {
  accept: '前受理',
  limit: '前办好',
  tell: '前告诉居民',
  resident: '(等居民补材料)',
};

const dueOf = ({ dueAt, kind }: Matter): string =>
  dueAt === null ? '' : `${nearText(dueAt)} ${BY[kind] ?? ''}`;

const whenOf = (matter: Matter): string => {
  if (!matter.open) return '已办结';
  if (isAtOnce(matter.urgent, matter.kind)) return AT_ONCE;
  return `${dueOf(matter)}${matter.late ? ' 已超时' : ''}`;
};

const presses = ({ open, late, urgent, kind }: Matter): boolean =>
  open && (late || isAtOnce(urgent, kind));

const MatterRow = ({ matter }: { matter: Matter }) => (
  <li className={matter.open ? undefined : styles.over}>
    <span className={presses(matter) ? styles.late : 'ui-quiet'}>{whenOf(matter)}</span>{' '}
    <Link to="/desk" search={{ case: matter.caseId }}>
      {matter.who === null ? '' : `${matter.who} `}
      {matter.title}
    </Link>{' '}
    <span className="ui-quiet">{matter.number}</span>
  </li>
);

const LoanRow = ({ loan }: { loan: Loan }) => (
  <li className={loan.open ? undefined : styles.over}>
    <span className={loan.late ? styles.late : 'ui-quiet'}>
      {loan.open ? `${nearText(loan.dueAt)} 前还` : '已还'}
      {loan.late ? ' 已超时' : ''}
    </span>{' '}
    <Link to="/desk/lending" search={{ loan: loan.loanId }}>
      {loan.thing}
      {loan.count > 1 ? ` × ${loan.count}` : ''}
    </Link>{' '}
    <span className="ui-quiet">{loan.who ?? '没留姓名'}</span>
  </li>
);

/** What a shift leaves: what is owed until the next one, what presses, what is lent. As it stands now, not as it stood. */
export const Contents = ({
  contents,
  quiet = false,
}: {
  contents: HandOverContents;
  /** Says nothing where there is nothing. */
  quiet?: boolean;
}) => {
  const { promises, urgent, loans } = contents;
  const nothing = promises.length + urgent.length + loans.length === 0;
  return (
    <div className={styles.contents}>
      {nothing && !quiet ? (
        <p className="ui-quiet">没有到期的承诺、应急的事和借出的东西。</p>
      ) : null}
      {urgent.length > 0 ? (
        <section>
          <h3 className={styles.late}>应急 {urgent.length} 件</h3>
          <ul>
            {urgent.map((matter) => (
              <MatterRow key={matter.caseId} matter={matter} />
            ))}
          </ul>
        </section>
      ) : null}
      {promises.length > 0 ? (
        <section>
          <h3>下一班之前到期的承诺 {promises.length} 件</h3>
          <ul>
            {promises.map((matter) => (
              <MatterRow key={matter.caseId} matter={matter} />
            ))}
          </ul>
        </section>
      ) : null}
      {loans.length > 0 ? (
        <section>
          <h3>借出未还 {loans.length} 笔</h3>
          <ul>
            {loans.map((loan) => (
              <LoanRow key={loan.loanId} loan={loan} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
};
