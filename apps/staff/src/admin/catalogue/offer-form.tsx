import { type MaintainedItem, maintainEndpoints } from '@qzt/contract/catalogue';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { WriteTrouble } from '../page.tsx';
import { type Begins, BeginsFields, beginsToday, begun } from './begins-fields.tsx';
import { useItemWrite } from './use-item-write.ts';

interface Props {
  readonly item: MaintainedItem;
  readonly act: 'withdraw' | 'restore';
  readonly close: () => void;
}

const WORDS = {
  withdraw: {
    title: '停办',
    lead: '从那天起,接待台不再用它登记新的事;正在办的照旧办完。停办了可以恢复。',
    ask: '为什么停办',
  },
  restore: { title: '恢复', lead: '照停办前写的那样恢复。要改,恢复后再改。', ask: '为什么恢复' },
} as const;

/** Withdraws an item from a day on, or brings it back. */
export const OfferForm = ({ item, act, close }: Props) => {
  const [begins, setBegins] = useState<Begins>(beginsToday);
  const words = WORDS[act];
  const save = useItemWrite(
    act === 'withdraw' ? maintainEndpoints.withdrawItem : maintainEndpoints.restoreItem,
    item.code,
    close,
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save.send({ body: begun(begins), version: item.version });
  };
  return (
    <form className="ui-paper ui-stack" aria-label={words.title} onSubmit={submit}>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <BeginsFields
        value={begins}
        change={setBegins}
        errors={save.trouble?.fields ?? {}}
        ask={words.ask}
      />
      <WriteTrouble write={save} />
      <div className="ui-row">
        <Button type="primary" htmlType="submit" loading={save.sending}>
          {words.title}
        </Button>
        <Button onClick={close}>先不动</Button>
      </div>
    </form>
  );
};
