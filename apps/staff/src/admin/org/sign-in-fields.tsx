import { Field } from '@qzt/ui';
import { Input } from 'antd';

interface Entry {
  readonly username: string;
  readonly password: string;
}

interface Props {
  readonly entry: Entry;
  readonly change: (entry: Entry) => void;
  readonly fields: Readonly<Record<string, string>>;
}

/** The sign-in of somebody new: whoever adds the person tells him the first password. */
export const SignInFields = ({ entry, change, fields }: Props) => (
  <>
    <Field label="用户名" error={fields.username} help="小写字母开头,3 到 40 位">
      {(tied) => (
        <Input
          {...tied}
          autoComplete="off"
          value={entry.username}
          onChange={(e) => change({ ...entry, username: e.target.value })}
        />
      )}
    </Field>
    <Field label="第一个密码" error={fields.password} help="当面告诉本人,请他登录后改掉">
      {(tied) => (
        <Input.Password
          {...tied}
          autoComplete="new-password"
          value={entry.password}
          onChange={(e) => change({ ...entry, password: e.target.value })}
        />
      )}
    </Field>
  </>
);
