import { type MaintainedItem, maintainEndpoints } from '@qzt/contract/catalogue';
import { BASES, BASIS_KINDS, type BasisKind, type Covers } from '@qzt/domain/catalogue';
import { DayField, Field, localMoment } from '@qzt/ui';
import { Button, Checkbox, Input, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import { now } from '../../platform/clock.ts';
import { WriteTrouble } from '../page.tsx';
import { useItemWrite } from './use-item-write.ts';

interface Props {
  readonly item: MaintainedItem;
  readonly close: () => void;
}

const RECENT = [
  ['今天', 0],
  ['昨天', -1],
] as const;

/** What the confirmation will mean for those who read the item, before it is given. */
const meaning = (kind: BasisKind, standing: string): string => {
  if (BASES[kind].gives?.startsWith('official')) return '居民看到的时限就不再写“待核实”。';
  if (kind === 'press') return '报道只记下来备查:居民看到的仍写“待核实”。';
  return standing === 'listed' || standing === 'attested'
    ? '单位的口头答复记下来,居民看到的时限写“已经核实”和依据。'
    : '这个事项是补拟的,光有口头答复还不够:居民看到的仍写“待核实”,有了文件再核实一次。';
};

/** Confirms what an item says: on what basis, when, for which part. */
export const ConfirmItemForm = ({ item, close }: Props) => {
  const [kind, setKind] = useState<BasisKind>('document-local');
  const [basis, setBasis] = useState('');
  const [on, setOn] = useState<string | null>(localMoment(now()).date);
  const [covers, setCovers] = useState<readonly Covers[]>(['rule']);
  const save = useItemWrite(maintainEndpoints.confirmItem, item.code, close);
  const errors = save.trouble?.fields ?? {};
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save.send({
      body: { basisKind: kind, basis, confirmedOn: on ?? '', covers: [...covers] },
      version: item.version,
    });
  };
  return (
    <form className="ui-paper ui-stack" aria-label="核实" onSubmit={submit}>
      <h2>核实</h2>
      <Radio.Group
        aria-label="凭什么"
        value={kind}
        onChange={(e) => setKind(e.target.value)}
        options={BASIS_KINDS.map((value) => ({ value, label: BASES[value].label }))}
      />
      <Field
        label={BASES[kind].ask}
        error={errors.basis}
        help="居民的告知单上会写出来,不要写个人姓名"
      >
        {(tied) => (
          <Input
            {...tied}
            autoFocus
            autoComplete="off"
            maxLength={200}
            value={basis}
            onChange={(e) => setBasis(e.target.value)}
          />
        )}
      </Field>
      <DayField
        label="哪天核实的"
        value={on}
        change={setOn}
        now={now()}
        error={errors.confirmedOn}
        choices={RECENT}
      />
      <Checkbox.Group
        aria-label="核实了哪些"
        value={[...covers]}
        onChange={(next) => setCovers(next as Covers[])}
        options={[
          { value: 'rule', label: '规定:材料、时限、怎么转' },
          { value: 'text', label: '文字:怎么办、地点、收费' },
        ]}
      />
      {errors.covers ? <div className="ui-error">{errors.covers}</div> : null}
      <p>{meaning(kind, item.versions[0]?.standing ?? '')}</p>
      <WriteTrouble write={save} />
      <div className="ui-row">
        <Button type="primary" htmlType="submit" loading={save.sending}>
          核实好了
        </Button>
        <Button onClick={close}>先不核实</Button>
      </div>
    </form>
  );
};
