import { columnsOf, type Register, type RegisterLine } from '@qzt/domain/ledger';
import { Link } from '@tanstack/react-router';
import { now } from '../../platform/clock.ts';
import { cellText } from './cell-text.ts';
import { coverOf } from './covered.ts';
import styles from './ledger.module.css';

interface Props {
  readonly register: Register;
  readonly lines: readonly RegisterLine[];
  readonly persons: boolean;
  readonly committees: boolean;
}

/** The register as a table: the same columns as in the file and on paper. A number opens its case. */
export const RegisterTable = ({ register, lines, persons, committees }: Props) => {
  const columns = columnsOf(register, { persons, committees });
  const at = now();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map(({ key, title }) => (
            <th key={key} scope="col" data-column={key}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            {columns.map(({ key, kind, cell }) => {
              const text = coverOf(line, key) ?? cellText(cell(line), at);
              return (
                <td key={key} data-column={key} data-kind={kind}>
                  {key === 'number' && line.caseId !== null ? (
                    <Link to="/desk" search={{ case: line.caseId }}>
                      {text}
                    </Link>
                  ) : (
                    <span
                      className={
                        (key === 'outcome' || key === 'loan') && line.late ? styles.late : undefined
                      }
                    >
                      {text}
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
