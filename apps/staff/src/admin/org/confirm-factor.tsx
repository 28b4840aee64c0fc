import { sessionEndpoints } from '@qzt/contract/org';
import { Field } from '@qzt/ui';
import { Button, Input, QRCode } from 'antd';
import { type FormEvent, useState } from 'react';
import { fieldsOf } from '../../platform/trouble.ts';
import { useWrite } from '../../platform/use-write.ts';
import styles from '../admin.module.css';
import { WriteTrouble } from '../page.tsx';

interface Props {
  readonly made: { readonly secret: string; readonly uri: string };
  readonly close: () => void;
  readonly done: () => Promise<void>;
}

export const ConfirmFactor = ({ made, close, done }: Props) => {
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState<Record<string, string>>({});
  const confirm = useWrite(sessionEndpoints.confirmSecondFactor, done);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = sessionEndpoints.confirmSecondFactor.body.safeParse({ code });
    setMissing(read.success ? {} : fieldsOf(read.error));
    if (read.success) void confirm.send({ body: { code } });
  };
  return (
    <form onSubmit={submit} className="ui-paper ui-stack" aria-label="确认动态码">
      <h2>用手机验证器扫一扫</h2>
      <div className="ui-row" style={{ alignItems: 'flex-start', gap: 24 }}>
        <QRCode type="svg" value={made.uri} size={200} aria-label="动态码二维码" />
        <div className="ui-stack" style={{ flex: 1, minWidth: 320 }}>
          <div>
            <div className="ui-quiet">扫不了就手工输入密钥</div>
            <div className={styles.code}>{made.secret}</div>
          </div>
          <div>
            <div className="ui-quiet">或者把这个地址粘贴到验证器</div>
            <div className={styles.code}>{made.uri}</div>
          </div>
          <Field label="验证器上的 6 位动态码" error={missing.code ?? confirm.trouble?.fields.code}>
            {(tied) => (
              <Input
                {...tied}
                autoFocus
                style={{ width: 200 }}
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={6}
                value={code}
                onChange={(e) => setCode(e.target.value)}
              />
            )}
          </Field>
        </div>
      </div>
      <WriteTrouble write={confirm} />
      <div className="ui-row">
        <Button type="primary" htmlType="submit" loading={confirm.sending}>
          确认打开
        </Button>
        <Button onClick={close}>先不设</Button>
      </div>
    </form>
  );
};
