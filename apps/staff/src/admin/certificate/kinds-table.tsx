import type { CertificateKindView } from '@qzt/contract/certificate';
import { Button } from 'antd';
import { standingText } from '../../platform/standing.ts';
import styles from '../admin.module.css';
import own from './certificate.module.css';
import { ConfirmForm } from './confirm-form.tsx';
import { allowedText, isOpen, sourceText } from './kind-words.ts';

interface Props {
  readonly orgId: string;
  readonly kinds: readonly CertificateKindView[];
  readonly editing: string | null;
  readonly edit: (code: string | null) => void;
}

interface RowProps {
  readonly kind: CertificateKindView;
  readonly open: boolean;
  readonly edit: () => void;
}

const Row = ({ kind, open, edit }: RowProps) => {
  const { office } = kind;
  return (
    <tr>
      <th scope="row">
        {kind.name}
        {kind.aliases.length > 0 ? <div className="ui-quiet">{kind.aliases.join('、')}</div> : null}
      </th>
      <td>
        {kind.code === 'ANY' ? '' : allowedText(kind)}
        {kind.code === 'ANY' ? null : (
          <div className="ui-quiet">
            {standingText(kind.standing)} · {kind.effective}年
          </div>
        )}
      </td>
      <td>
        {office.office}
        {office.phone ? <div>{office.phone}</div> : null}
        {office.address ? <div className="ui-quiet">{office.address}</div> : null}
      </td>
      <td>
        <span className={isOpen(kind) ? own.unsure : 'ui-quiet'}>{sourceText(kind)}</span>
        {office.confirmed ? <div className="ui-quiet">依据:{office.confirmed.basis}</div> : null}
      </td>
      <td>
        <Button size="small" aria-expanded={open} onClick={edit}>
          {isOpen(kind) ? '确认' : '改'}
          <span className={own.hidden}>{kind.name}</span>
        </Button>
      </td>
    </tr>
  );
};

/** Every paper with what becomes of it and who helps; one row opens to be confirmed or corrected. */
export const KindsTable = ({ orgId, kinds, editing, edit }: Props) => (
  <table className={`${styles.table} ${own.kinds}`}>
    <thead>
      <tr>
        <th scope="col">证明</th>
        <th scope="col">能不能开</th>
        <th scope="col">去哪里办</th>
        <th scope="col">可信程度</th>
        <th scope="col">
          <span className={own.hidden}>操作</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {kinds.map((kind) => {
        const open = editing === kind.code;
        return [
          <Row
            key={kind.code}
            kind={kind}
            open={open}
            edit={() => edit(open ? null : kind.code)}
          />,
          open ? (
            <tr key={`${kind.code} form`}>
              <td colSpan={5} className={own.form}>
                <ConfirmForm orgId={orgId} kind={kind} close={() => edit(null)} />
              </td>
            </tr>
          ) : null,
        ];
      })}
    </tbody>
  </table>
);
