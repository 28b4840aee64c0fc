import { Failure, Field } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useRef, useState } from 'react';
import { orgQuery } from '../../platform/org.ts';
import { troubleOf } from '../../platform/trouble.ts';
import { itemQuery } from '../catalogue/finder.ts';
import type { Act } from './compose.ts';
import { type DraftState, useDraft } from './draft-state.ts';
import { type Office, officesFor } from './offices.ts';
import styles from './reception.module.css';
import type { More } from './send.ts';

interface Props {
  readonly state: DraftState;
  readonly send: (act: Act, more: More) => void;
  readonly close: () => void;
  readonly sending: boolean;
}

const keyOf = (office: Office): string =>
  office.kind === 'outside' ? `outside ${office.name}` : office.id;
const labelOf = (office: Office): string =>
  office.kind === 'outside' ? `只指路:${office.name}` : office.name;

/** F4: to which office. The item's own place stands first; an office outside of the system is only pointed to. */
export const ReferPanel = ({ state, send, close, sending }: Props) => {
  const code = useDraft(state, (d) => (d.picked?.kind === 'item' ? d.picked.code : null));
  const org = useQuery(orgQuery);
  const item = useQuery({ ...itemQuery(code ?? ''), enabled: code !== null });
  const [chosen, setChosen] = useState<string | null>(null);
  const [outside, setOutside] = useState('');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const go = useRef<HTMLButtonElement>(null);
  const { own, others } = officesFor(item.data?.details?.places ?? [], org.data?.items ?? []);
  const offices = [...own, ...others];
  const office = offices.find((one) => keyOf(one) === chosen);
  const options = (list: readonly Office[]) =>
    list.map((one) => ({ value: keyOf(one), label: labelOf(one) }));
  const submit = (): void => {
    const place = outside.trim() || (office?.kind === 'outside' ? office.name : '');
    setMissing(place === '' && office === undefined);
    if (place !== '') send('point', { place });
    else if (office && office.kind !== 'outside')
      send('refer', {
        step: {
          type: 'refer',
          data: { to: { kind: office.kind, id: office.id } },
          ...(note.trim() === '' ? {} : { note }),
        },
      });
  };
  if (org.isError)
    return <Failure title={troubleOf(org.error).title} again={() => void org.refetch()} />;
  return (
    <fieldset className={styles.panel} aria-label="转给谁">
      <div className={styles.two}>
        <Field label="转给哪个单位" error={missing ? '先选一个单位' : undefined}>
          {(tied) => (
            <Select
              {...tied}
              autoFocus
              defaultOpen
              showSearch={{ optionFilterProp: 'label' }}
              loading={org.isPending}
              placeholder="打几个字,或用 ↑↓ 选"
              options={[
                ...(own.length > 0 ? [{ label: '这件事的办理地点', options: options(own) }] : []),
                { label: '各部门与中心', options: options(others) },
              ]}
              value={chosen}
              onChange={(key) => {
                setChosen(key);
                setOutside('');
                go.current?.focus();
              }}
            />
          )}
        </Field>
        <Field label="带一句话(可不填)">
          {(tied) => (
            <Input
              {...tied}
              autoComplete="off"
              value={note}
              onChange={(e) => setNote(e.target.value)}
            />
          )}
        </Field>
      </div>
      <Field label="不在上面的单位,只给居民指路:名称、地址、电话">
        {(tied) => (
          <Input
            {...tied}
            autoComplete="off"
            maxLength={200}
            value={outside}
            onChange={(e) => {
              setOutside(e.target.value);
              setChosen(null);
            }}
          />
        )}
      </Field>
      <div className="ui-row">
        <Button ref={go} type="primary" loading={sending} onClick={submit}>
          {outside.trim() !== '' || office?.kind === 'outside' ? '记下指的路' : '登记并转出'}
        </Button>
        <Button onClick={close}>先不转</Button>
        <span className="ui-quiet">转出以后仍由您跟到居民得到答复</span>
      </div>
    </fieldset>
  );
};
