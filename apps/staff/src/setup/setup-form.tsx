import { setupEndpoints } from '@qzt/contract/org';
import { Failure, Field } from '@qzt/ui';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { fieldsOf } from '../platform/trouble.ts';
import { useWrite } from '../platform/use-write.ts';
import { namesOf } from './names.ts';

const EMPTY = {
  code: '',
  district: '',
  subdistrict: '',
  name: '',
  username: '',
  password: '',
  committees: '',
};
type Values = typeof EMPTY;

const bodyOf = ({ code, district, subdistrict, name, username, password, committees }: Values) => ({
  code,
  district,
  subdistrict,
  administrator: { name, username, password },
  committees: namesOf(committees),
});

interface LineSpec {
  readonly name: keyof Values;
  readonly path: string;
  readonly label: string;
  readonly help?: string;
  readonly secret?: boolean;
}

const LINES: readonly LineSpec[] = [
  { name: 'code', path: 'code', label: '设置码', help: '服务器启动时显示在控制台上' },
  { name: 'district', path: 'district', label: '区' },
  { name: 'subdistrict', path: 'subdistrict', label: '街镇' },
  { name: 'name', path: 'administrator.name', label: '管理员姓名' },
  { name: 'username', path: 'administrator.username', label: '管理员用户名' },
  {
    name: 'password',
    path: 'administrator.password',
    label: '管理员密码',
    help: '至少 10 个字符',
    secret: true,
  },
];

export const SetupForm = ({ done }: { done: () => void }) => {
  const [values, setValues] = useState<Values>(EMPTY);
  const [missing, setMissing] = useState<Record<string, string>>({});
  const setup = useWrite(setupEndpoints.setup, done);
  const fields = { ...setup.trouble?.fields, ...missing };
  const count = namesOf(values.committees).length;
  const set = (name: keyof Values, value: string) => setValues((v) => ({ ...v, [name]: value }));

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = setupEndpoints.setup.body.safeParse(bodyOf(values));
    setMissing(read.success ? {} : fieldsOf(read.error));
    if (read.success) void setup.send({ body: read.data });
  };

  return (
    <form onSubmit={submit} className="ui-stack" noValidate>
      {LINES.map(({ name, path, label, help, secret }) => (
        <Field key={name} label={label} error={fields[path]} help={help}>
          {(tied) => {
            const Box = secret ? Input.Password : Input;
            return (
              <Box
                {...tied}
                autoFocus={name === 'code'}
                autoComplete={secret ? 'new-password' : 'off'}
                value={values[name]}
                onChange={(e) => set(name, e.target.value)}
              />
            );
          }}
        </Field>
      ))}
      <Field
        label="居委会"
        error={fields.committees}
        help={count === 0 ? '每行一个名称,以后还可以增加' : `共 ${count} 个`}
      >
        {(tied) => (
          <Input.TextArea
            {...tied}
            rows={6}
            value={values.committees}
            onChange={(e) => set('committees', e.target.value)}
          />
        )}
      </Field>
      {setup.trouble ? (
        <Failure
          title={setup.trouble.title}
          again={setup.trouble.outcome === 'unknown' ? () => void setup.again() : undefined}
        />
      ) : null}
      <Button type="primary" size="large" htmlType="submit" loading={setup.sending}>
        建立街镇
      </Button>
    </form>
  );
};
