import { sessionEndpoints } from '@qzt/contract/org';
import { Field } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { sessionQuery, useSession } from '../../platform/session.ts';
import { useWrite } from '../../platform/use-write.ts';
import styles from '../admin.module.css';
import { WriteTrouble } from '../page.tsx';
import { ConfirmFactor } from './confirm-factor.tsx';

/** One-time codes on the phone: begin with the password, scan, confirm with one code; or turn it off. */
export const SecondFactor = () => {
  const queries = useQueryClient();
  const { secondFactor } = useSession();
  const [password, setPassword] = useState('');
  const [made, setMade] = useState<{ readonly secret: string; readonly uri: string } | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  const begin = useWrite(sessionEndpoints.beginSecondFactor, (answer) => {
    setPassword('');
    setMade(answer);
  });
  const remove = useWrite(sessionEndpoints.removeSecondFactor, async () => {
    setPassword('');
    await refresh();
  });
  const write = secondFactor ? remove : begin;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (password !== '') void write.send({ body: { password } });
  };
  if (made !== null)
    return (
      <ConfirmFactor
        made={made}
        close={() => setMade(null)}
        done={async () => {
          setMade(null);
          await refresh();
        }}
      />
    );
  return (
    <form onSubmit={submit} className="ui-paper ui-stack" aria-label="动态码">
      <h2>动态码</h2>
      <p className={styles.narrow}>
        {secondFactor
          ? '已打开:登录时除了密码,还要手机验证器上的 6 位动态码。'
          : '打开后,登录时除了密码,还要手机验证器上的 6 位动态码。密码被人看到也登录不了。'}
      </p>
      <div className={styles.grid}>
        <Field label="现在的密码" error={write.trouble?.fields.password}>
          {(tied) => (
            <Input.Password
              {...tied}
              autoComplete="current-password"
              value={password}
              onChange={(e) => setPassword(e.target.value)}
            />
          )}
        </Field>
      </div>
      <WriteTrouble write={write} />
      <div>
        <Button htmlType="submit" loading={write.sending} disabled={password === ''}>
          {secondFactor ? '关闭动态码' : '设置动态码'}
        </Button>
      </div>
    </form>
  );
};
