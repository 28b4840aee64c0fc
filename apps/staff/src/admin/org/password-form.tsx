import { sessionEndpoints } from '@qzt/contract/org';
import { Field } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { fieldsOf } from '../../platform/trouble.ts';
import { useWrite } from '../../platform/use-write.ts';
import styles from '../admin.module.css';
import { WriteTrouble } from '../page.tsx';

const EMPTY = { current: '', next: '' };

export const PasswordForm = () => {
  const queries = useQueryClient();
  const [values, setValues] = useState(EMPTY);
  const [missing, setMissing] = useState<Record<string, string>>({});
  const [saved, setSaved] = useState(false);
  const save = useWrite(sessionEndpoints.changePassword, async () => {
    setValues(EMPTY);
    setSaved(true);
    await queries.invalidateQueries({ queryKey: ['sessions'] });
  });
  const fields = { ...save.trouble?.fields, ...missing };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setSaved(false);
    const read = sessionEndpoints.changePassword.body.safeParse(values);
    setMissing(read.success ? {} : fieldsOf(read.error));
    if (read.success) void save.send({ body: values });
  };
  const line = (name: keyof typeof EMPTY, label: string, complete: string) => (
    <Field label={label} error={fields[name]}>
      {(tied) => (
        <Input.Password
          {...tied}
          autoComplete={complete}
          value={values[name]}
          onChange={(e) => setValues({ ...values, [name]: e.target.value })}
        />
      )}
    </Field>
  );
  return (
    <form onSubmit={submit} className="ui-paper ui-stack" aria-label="改密码">
      <h2>改密码</h2>
      <div className={styles.grid}>
        {line('current', '现在的密码', 'current-password')}
        {line('next', '新密码(至少 10 个字符)', 'new-password')}
      </div>
      <WriteTrouble write={save} />
      <div className="ui-row">
        <Button type="primary" htmlType="submit" loading={save.sending}>
          改密码
        </Button>
        <span role="status" className="ui-quiet">
          {saved ? '已改好,别的设备都退出了' : ''}
        </span>
      </div>
    </form>
  );
};
