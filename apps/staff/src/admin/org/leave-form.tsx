import { type StaffView, staffEndpoints } from '@qzt/contract/org';
import { Field } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../platform/use-write.ts';
import styles from '../admin.module.css';
import { WriteTrouble } from '../page.tsx';

interface Props {
  readonly person: StaffView;
  readonly staff: readonly StaffView[];
  readonly close: () => void;
}

/** Somebody leaves: everything open goes to one colleague, so that nothing stays behind with nobody. */
export const LeaveForm = ({ person, staff, close }: Props) => {
  const queries = useQueryClient();
  const [handOverTo, setHandOverTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<Record<string, string>>({});
  const refresh = () => queries.invalidateQueries({ queryKey: ['staff'] });
  const leave = useWrite(staffEndpoints.leave, async () => {
    close();
    await refresh();
  });
  const fields = { ...leave.trouble?.fields, ...missing };
  const colleagues = staff.filter(
    (p) => p.id !== person.id && p.org.id === person.org.id && p.leftAt === null,
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wrong = {
      ...(reason.trim() === '' ? { reason: '请写明原因' } : {}),
      ...(person.openCases > 0 && handOverTo === null ? { handOverTo: '请选接手的人' } : {}),
    };
    setMissing(wrong);
    if (Object.keys(wrong).length > 0) return;
    const body = { reason, ...(handOverTo === null ? {} : { handOverTo }) };
    void leave
      .send({ params: { id: person.id }, body, version: person.version })
      .then((ok) => (ok ? undefined : refresh()));
  };
  return (
    <form onSubmit={submit} className="ui-paper ui-stack" aria-label="离岗并移交">
      <h2>{person.name} 离岗并移交</h2>
      <p>
        离岗后不能再登录。手上还有 {person.openCases}{' '}
        件没办完,会一件件移交给接手的人,双方的名字都留下。
      </p>
      <div className={styles.grid}>
        <Field label="接手的人" error={fields.handOverTo}>
          {(tied) => (
            <Select
              {...tied}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder="同一单位的同事"
              options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
              value={handOverTo}
              onChange={setHandOverTo}
            />
          )}
        </Field>
        <Field label="原因" error={fields.reason}>
          {(tied) => (
            <Input
              {...tied}
              maxLength={200}
              value={reason}
              onChange={(e) => setReason(e.target.value)}
            />
          )}
        </Field>
      </div>
      <WriteTrouble write={leave} />
      <div className="ui-row">
        <Button type="primary" htmlType="submit" loading={leave.sending}>
          离岗并移交
        </Button>
        <Button onClick={close}>先不做</Button>
      </div>
    </form>
  );
};
