import { type PhoneEntry, phonebookEndpoints } from '@qzt/contract/phonebook';
import {
  isPrivateRole,
  PHONE_ROLE_NAMES,
  PHONE_ROLES,
  type PhoneRole,
} from '@qzt/domain/phonebook';
import { Failure, Field } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { useWrite } from '../../platform/use-write.ts';
import styles from './phonebook.module.css';
import { phonebookQuery } from './phonebook-query.ts';

interface Props {
  /** The entry that is changed; null adds one. A shipped one is replaced by an own entry of its role. */
  readonly entry: PhoneEntry | null;
  readonly close: () => void;
}

const OPTIONS = PHONE_ROLE_NAMES.map((role) => ({ value: role, label: PHONE_ROLES[role] }));

/** Adds, changes or takes out a number. */
export const PhoneForm = ({ entry, close }: Props) => {
  const queries = useQueryClient();
  const own = entry !== null && !entry.shipped ? entry : null;
  const id = useRef(v7());
  const [role, setRole] = useState<PhoneRole>(
    (entry?.role as PhoneRole | undefined) ?? 'buildingLead',
  );
  const [name, setName] = useState(entry?.name ?? '');
  const [phone, setPhone] = useState(entry === null || entry.masked ? '' : entry.phone);
  const [note, setNote] = useState(entry?.note ?? '');
  const [personal, setPersonal] = useState(entry?.private ?? isPrivateRole(role));
  const [sure, setSure] = useState(false);
  const after = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: phonebookQuery.queryKey });
    close();
  };
  const add = useWrite(phonebookEndpoints.addPhone, after);
  const change = useWrite(phonebookEndpoints.changePhone, after);
  const remove = useWrite(phonebookEndpoints.removePhone, after);
  const fields = {
    role,
    name: name.trim(),
    private: personal,
    position: own?.position ?? 0,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (own === null) void add.send({ body: { id: id.current, ...fields, phone: phone.trim() } });
    else
      void change.send({
        params: { id: own.id },
        body: { ...fields, ...(phone.trim() === '' ? {} : { phone: phone.trim() }) },
        version: own.version,
      });
  };
  const takeOut = (): void => {
    if (!sure) setSure(true);
    else if (own !== null) void remove.send({ params: { id: own.id }, version: own.version });
  };
  const trouble = add.trouble ?? change.trouble ?? remove.trouble;
  const faults = trouble?.fields ?? {};
  return (
    <form
      onSubmit={submit}
      className={styles.form}
      aria-label={own === null ? '添一个号码' : '改号码'}
    >
      <h2>{own === null ? '添一个号码' : `改:${own.name}`}</h2>
      <Field label="哪一类" error={faults.role}>
        {(tied) => (
          <Select
            {...tied}
            value={role}
            options={OPTIONS}
            onChange={(next) => {
              setRole(next);
              setPersonal(isPrivateRole(next));
            }}
          />
        )}
      </Field>
      <Field label="怎么称呼(楼组长写上几号楼)" error={faults.name}>
        {(tied) => (
          <Input
            {...tied}
            autoFocus
            autoComplete="off"
            value={name}
            onChange={(e) => setName(e.target.value)}
          />
        )}
      </Field>
      <Field
        label="电话"
        error={faults.phone}
        help={own?.masked ? '不填就不改,原来的号码留着' : undefined}
      >
        {(tied) => (
          <Input
            {...tied}
            inputMode="tel"
            autoComplete="off"
            value={phone}
            onChange={(e) => setPhone(e.target.value)}
          />
        )}
      </Field>
      <Field label="备注(可不填)" error={faults.note}>
        {(tied) => (
          <Input
            {...tied}
            autoComplete="off"
            value={note}
            onChange={(e) => setNote(e.target.value)}
          />
        )}
      </Field>
      <Checkbox checked={personal} onChange={(e) => setPersonal(e.target.checked)}>
        是个人的号码(平时只露后四位,谁看过有记录)
      </Checkbox>
      {trouble === null ? null : <Failure title={trouble.title} />}
      <div className="ui-row">
        <Button type="primary" htmlType="submit" loading={add.sending || change.sending}>
          保存
        </Button>
        <Button onClick={close}>不改了</Button>
        {own === null ? null : (
          <Button type="text" onClick={takeOut} loading={remove.sending}>
            {sure ? '确定拿掉,号码不留' : '拿掉'}
          </Button>
        )}
      </div>
    </form>
  );
};
