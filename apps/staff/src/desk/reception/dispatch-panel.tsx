import { Field, MomentField } from '@qzt/ui';
import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { now } from '../../platform/clock.ts';
import type { Act } from './compose.ts';
import styles from './reception.module.css';
import type { More } from './send.ts';

interface Props {
  readonly send: (act: Act, more: More) => void;
  readonly close: () => void;
  readonly sending: boolean;
}

const PHONE = /^\+?[\d\s()-]{3,24}$/;

/** F6: to a named person or a provider, with the telephone. */
export const DispatchPanel = ({ send, close, sending }: Props) => {
  const [kind, setKind] = useState<'provider' | 'volunteer'>('provider');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [at, setAt] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const wrong = {
    name: name.trim() === '' ? '写明派给谁' : undefined,
    phone: PHONE.test(phone.trim()) ? undefined : '写上能打通的电话',
  };
  const submit = (): void => {
    setTried(true);
    if (wrong.name || wrong.phone) return;
    const provider = { kind, name: name.trim(), phone: phone.trim() };
    send('dispatch', {
      step: { type: 'dispatch', data: { provider, ...(at === null ? {} : { at }) } },
    });
  };
  return (
    <fieldset className={styles.panel} aria-label="派给谁">
      <div className={styles.two}>
        <Field label="派给谁(姓名或单位)" error={tried ? wrong.name : undefined}>
          {(tied) => (
            <Input
              {...tied}
              autoFocus
              autoComplete="off"
              maxLength={60}
              value={name}
              onChange={(e) => setName(e.target.value)}
            />
          )}
        </Field>
        <Field label="他的电话" error={tried ? wrong.phone : undefined}>
          {(tied) => (
            <Input
              {...tied}
              autoComplete="off"
              inputMode="tel"
              value={phone}
              onChange={(e) => setPhone(e.target.value)}
              onPressEnter={submit}
            />
          )}
        </Field>
      </div>
      <Radio.Group
        aria-label="是"
        value={kind}
        onChange={(e) => setKind(e.target.value)}
        options={[
          { value: 'provider', label: '服务商、物业、师傅' },
          { value: 'volunteer', label: '志愿者、楼组长' },
        ]}
      />
      <MomentField
        label="约定上门时间(可不填)"
        value={null}
        now={now()}
        choices={[
          ['今天', 0],
          ['明天', 1],
        ]}
        change={setAt}
      />
      <div className="ui-row">
        <Button type="primary" loading={sending} onClick={submit}>
          登记并派出
        </Button>
        <Button onClick={close}>先不派</Button>
        <span className="ui-quiet">派出以后仍由您跟到居民得到答复</span>
      </div>
    </fieldset>
  );
};
