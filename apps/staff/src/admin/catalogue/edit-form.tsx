import {
  ItemEdit,
  type ItemVersionView,
  type MaintainedItem,
  maintainEndpoints,
} from '@qzt/contract/catalogue';
import { compareItems } from '@qzt/domain/catalogue';
import { useKeys } from '@qzt/ui';
import { Button } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { useSession } from '../../platform/session.ts';
import { fieldsOf } from '../../platform/trouble.ts';
import { WriteTrouble } from '../page.tsx';
import { conflicts, NewerState } from '../promise/newer-state.tsx';
import { BeginsFields, beginsToday, begun } from './begins-fields.tsx';
import styles from './catalogue.module.css';
import { ChangesView } from './changes-view.tsx';
import { dropEdit, type EditDraft, findEdit, keepEdit } from './edit-draft.ts';
import { EntryFields } from './entry-fields.tsx';
import {
  comparable,
  type EntryForm,
  entryOf,
  faultsByField,
  formOf,
  merged,
} from './entry-form.ts';
import { useItemWrite } from './use-item-write.ts';

interface Props {
  readonly item: MaintainedItem;
  readonly newest: ItemVersionView;
  readonly close: () => void;
}

const startOf = (newest: ItemVersionView): EditDraft => ({
  version: newest.version,
  form: formOf(newest.entry),
  ...beginsToday(),
});

/** What somebody else has made of the item since this edit began. */
const Newer = ({ item, seen }: { item: MaintainedItem; seen: number }) => {
  const [newest] = item.versions;
  const before = item.versions.find(({ version }) => version === seen);
  if (!newest || !before) return null;
  const changes = compareItems(comparable(before.entry), comparable(newest.entry));
  return (
    <>
      <p>
        第 {newest.version} 版 · {newest.by ?? ''} · {newest.reason ?? ''}
      </p>
      {changes.length === 0 ? (
        <p>文字没有动,{newest.withdrawn ? '事项停办了。' : '改的是核实或起止日期。'}</p>
      ) : (
        <ChangesView
          changes={changes.map((one) => ({
            ...one,
            before: [...one.before],
            after: [...one.after],
          }))}
          before={`您开始改时(第 ${before.version} 版)`}
          after={`现在(第 ${newest.version} 版)`}
        />
      )}
    </>
  );
};

/** Writes the next version of an item. What is written outlives a crash; what somebody else wrote meanwhile is shown. */
export const EditForm = ({ item, newest, close }: Props) => {
  const { staff } = useSession();
  const [draft, setDraft] = useState<EditDraft>(
    () => findEdit(localStorage, staff.id, item.code, Date.now()) ?? startOf(newest),
  );
  const [found] = useState(() => findEdit(localStorage, staff.id, item.code, Date.now()) !== null);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const touched = JSON.stringify(draft.form) !== JSON.stringify(formOf(newest.entry));
  useEffect(() => {
    if (touched) keepEdit(localStorage, staff.id, item.code, draft, Date.now());
    else dropEdit(localStorage, staff.id, item.code);
  }, [draft, touched, staff.id, item.code]);
  const save = useItemWrite(maintainEndpoints.editItem, item.code, () => {
    dropEdit(localStorage, staff.id, item.code);
    close();
  });
  const newer = newest.version > draft.version;
  const send = (version: number, form: EntryForm): void => {
    const body = { entry: entryOf(form, newest.entry.kind), ...begun(draft) };
    const read = ItemEdit.safeParse(body);
    setFaults(read.error ? fieldsOf(read.error) : {});
    if (read.success) void save.send({ body, version });
  };
  /** Over the newer version: what was not touched here is taken from there. */
  const keepMine = (): void => {
    const seen = item.versions.find(({ version }) => version === draft.version);
    const form = merged(formOf((seen ?? newest).entry), draft.form, formOf(newest.entry));
    setDraft({ ...draft, form, version: newest.version });
    send(newest.version, form);
  };
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    if (!newer) send(draft.version, draft.form);
  };
  useKeys({
    'Ctrl+Enter': () => {
      submit();
      return true;
    },
  });
  const errors = { ...(save.trouble?.fields ?? {}), ...faults };
  const giveUp = (): void => {
    dropEdit(localStorage, staff.id, item.code);
    close();
  };
  return (
    <form className="ui-paper ui-stack" aria-label="修改事项" onSubmit={submit} noValidate>
      <h2>修改,存成第 {newest.version + 1} 版</h2>
      {found ? <p className={styles.draft}>上次没存完的还在,接着写。不要了就按“放弃”。</p> : null}
      <EntryFields
        form={draft.form}
        change={(form) => setDraft({ ...draft, form })}
        errors={faultsByField(errors)}
        doorstep={newest.entry.kind === 'doorstep'}
      />
      <BeginsFields
        value={draft}
        change={(begins) => setDraft({ ...draft, ...begins })}
        errors={errors}
        ask="为什么改"
      />
      {newest.confirmed ? <p>材料、时限或转法改了,原来的核实就不算了,要重新核实。</p> : null}
      {newer && conflicts(save.trouble) ? null : <WriteTrouble write={save} />}
      {newer ? (
        <NewerState
          what="这个事项"
          saving={save.sending}
          take={() => {
            save.forget();
            setDraft(startOf(newest));
          }}
          keep={keepMine}
        >
          <Newer item={item} seen={draft.version} />
          <p>用您写的保存时,您没动过的地方照新的,您改过的地方照您的。</p>
        </NewerState>
      ) : null}
      {Object.keys(faults).length > 0 ? (
        <p className="ui-error" role="alert">
          有 {Object.keys(faults).length} 处要改,看上面标出来的。
        </p>
      ) : null}
      <div className="ui-row">
        <Button type="primary" htmlType="submit" loading={save.sending} disabled={newer}>
          存成新的一版 <span className="ui-key">Ctrl+Enter</span>
        </Button>
        <Button onClick={close}>先放着</Button>
        <Button onClick={giveUp}>放弃</Button>
      </div>
    </form>
  );
};
