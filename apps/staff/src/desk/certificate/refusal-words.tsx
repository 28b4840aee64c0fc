import type { CertificateDecisionView } from '@qzt/contract/certificate';
import { directionTo } from '@qzt/domain/certificate';
import { Field } from '@qzt/ui';
import { Input } from 'antd';
import styles from './certificate.module.css';
import type { Said } from './refusal.ts';
import { isSure, officeText } from './verdict-words.ts';

interface Props {
  readonly decision: CertificateDecisionView;
  readonly said: Said;
  readonly change: (said: Said) => void;
  readonly fields: Readonly<Record<string, string>>;
}

/** What one says to the resident and where one sends him, ready to be said and open to be changed. */
export const RefusalWords = ({ decision, said, change, fields }: Props) => {
  const { office } = decision;
  const own = said.office.trim() !== office.office;
  const phone = said.phone.trim() === '' ? null : said.phone.trim();
  const direction = directionTo({
    office: said.office.trim(),
    phone,
    address: own ? null : office.address,
    standing: own ? 'assumed' : office.standing,
  });
  return (
    <>
      <div className={styles.say}>
        <Field label="可以这样说" error={fields.reason}>
          {(tied) => (
            <Input.TextArea
              {...tied}
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={500}
              value={said.reason}
              onChange={(e) => change({ ...said, reason: e.target.value })}
            />
          )}
        </Field>
        {said.office.trim() === '' ? null : (
          <p className={styles.direction} role="status">
            接着说:<strong>{direction}</strong>
          </p>
        )}
      </div>
      <div className={styles.two}>
        <Field
          label="可以去哪里办"
          error={fields['instead.office']}
          help={
            own ? (
              '您自己写的去向,按待核实说'
            ) : (
              <span className={isSure(office) ? styles.sure : styles.unsure}>
                {officeText(office)}
              </span>
            )
          }
        >
          {(tied) => (
            <Input
              {...tied}
              autoComplete="off"
              maxLength={100}
              value={said.office}
              onChange={(e) => change({ ...said, office: e.target.value })}
            />
          )}
        </Field>
        <Field label="那里的电话(可不填)" error={fields['instead.phone']}>
          {(tied) => (
            <Input
              {...tied}
              type="tel"
              autoComplete="off"
              maxLength={24}
              value={said.phone}
              onChange={(e) => change({ ...said, phone: e.target.value })}
            />
          )}
        </Field>
      </div>
    </>
  );
};
