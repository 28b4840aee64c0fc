import { type SessionView, sessionEndpoints } from '@qzt/contract/org';
import { Failure, Field } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, type InputRef } from 'antd';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { sessionQuery } from '../platform/session.ts';
import { fieldsOf } from '../platform/trouble.ts';
import { useWrite } from '../platform/use-write.ts';
import { asksForCode } from './second-factor.ts';

export interface Entry {
  readonly username: string;
  readonly password: string;
}

interface Props {
  readonly entry: Entry;
  readonly change: (entry: Entry) => void;
  readonly done: (session: SessionView) => void;
}

export const SignInForm = ({ entry, change, done }: Props) => {
  const queries = useQueryClient();
  const password = useRef<InputRef>(null);
  const [code, setCode] = useState('');
  const [codeWanted, setCodeWanted] = useState(false);
  const [missing, setMissing] = useState<Record<string, string>>({});
  const signIn = useWrite(sessionEndpoints.signIn, (session) => {
    // Nothing that the person before has read stays in memory.
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, session);
    done(session);
  });
  const withCode = codeWanted || asksForCode(signIn.trouble);
  const fields = { ...signIn.trouble?.fields, ...missing };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (withCode) setCodeWanted(true);
    const body = { ...entry, ...(withCode && code !== '' ? { code } : {}) };
    const read = sessionEndpoints.signIn.body.safeParse(body);
    setMissing(read.success ? {} : fieldsOf(read.error));
    if (read.success) void signIn.send({ body: read.data });
  };

  // Whoever presses Enter after the name goes on to what is not written yet.
  const goOn = (event: KeyboardEvent): void => {
    if (entry.password !== '' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    password.current?.focus();
  };

  return (
    <form onSubmit={submit} className="ui-stack" noValidate>
      <Field label="用户名" error={fields.username}>
        {(tied) => (
          <Input
            {...tied}
            size="large"
            autoFocus
            autoComplete="username"
            value={entry.username}
            onPressEnter={goOn}
            onChange={(e) => change({ ...entry, username: e.target.value })}
          />
        )}
      </Field>
      <Field label="密码" error={fields.password}>
        {(tied) => (
          <Input.Password
            {...tied}
            ref={password}
            size="large"
            autoComplete="current-password"
            value={entry.password}
            onChange={(e) => change({ ...entry, password: e.target.value })}
          />
        )}
      </Field>
      {withCode ? (
        <Field label="动态码" error={fields.code} help="打开手机上的验证器,输入 6 位数字">
          {(tied) => (
            <Input
              {...tied}
              size="large"
              autoFocus
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              value={code}
              onChange={(e) => setCode(e.target.value)}
            />
          )}
        </Field>
      ) : null}
      {signIn.trouble ? (
        <Failure
          title={signIn.trouble.title}
          again={signIn.trouble.outcome === 'unknown' ? () => void signIn.again() : undefined}
        />
      ) : null}
      <Button type="primary" size="large" htmlType="submit" loading={signIn.sending} block>
        登录
      </Button>
    </form>
  );
};
