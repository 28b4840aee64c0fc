import { Field } from '@qzt/ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { aboutText } from '../household/words.ts';
import type { Visitor } from './draft.ts';
import { type DraftState, useDraft } from './draft-state.ts';
import styles from './reception.module.css';

interface Props {
  readonly state: DraftState;
  readonly fields: Readonly<Record<string, string>>;
}

interface LineProps extends Props {
  readonly name: keyof Visitor;
  readonly label: string;
  readonly autoFocus?: boolean;
}

const VisitorLine = ({ state, fields, name, label, autoFocus = false }: LineProps) => {
  const value = useDraft(state, (d) => d.visitor[name]);
  return (
    <Field label={label} error={fields[`visitor.${name}`]}>
      {(tied) => (
        <Input
          {...tied}
          autoFocus={autoFocus}
          autoComplete="off"
          inputMode={name === 'phone' ? 'tel' : 'text'}
          value={value}
          onChange={(e) => {
            const text = e.target.value;
            state.update((d) => ({ ...d, visitor: { ...d.visitor, [name]: text } }));
          }}
        />
      )}
    </Field>
  );
};

const Resident = ({ state }: { state: DraftState }) => {
  const resident = useDraft(state, (d) => d.resident);
  if (resident === null) return null;
  return (
    <div className={styles.resident}>
      <strong>{resident.name}</strong>
      <span>
        {resident.door}
        {aboutText(resident)}
      </span>
      <Button size="small" onClick={() => state.update((d) => ({ ...d, resident: null }))}>
        换一位
      </Button>
    </div>
  );
};

/** Who is in front of me: a resident of ours, a visitor by name and telephone, or nobody in particular. */
export const Who = (props: Props) => {
  const { state } = props;
  const known = useDraft(state, (d) => d.resident !== null);
  const named = useDraft(state, (d) => d.visitor.name !== '' || d.visitor.phone !== '');
  const acts = useDraft(state, (d) => d.visitor.onBehalfOf !== '' || d.visitor.relation !== '');
  const entry = useDraft(state, (d) => d.ids.encounter);
  // Opened for this entry by hand; the next one starts closed.
  const [opened, setOpened] = useState({ entry: '', visitor: false, behalf: false });
  const mine = opened.entry === entry ? opened : { entry, visitor: false, behalf: false };
  const visitor = !known && (named || mine.visitor);
  const behalf = acts || mine.behalf;
  return (
    <fieldset className={styles.who} aria-label="来的是谁">
      {known ? <Resident state={state} /> : null}
      {known || visitor ? null : (
        <>
          <span className="ui-quiet">不记名。在上面写姓名、电话或门牌就能找到居民</span>
          <Button onClick={() => setOpened({ ...mine, visitor: true })}>留姓名电话</Button>
        </>
      )}
      {visitor ? (
        <>
          <VisitorLine {...props} name="name" label="姓名" autoFocus={mine.visitor} />
          <VisitorLine {...props} name="phone" label="电话" />
        </>
      ) : null}
      {behalf ? (
        <>
          <VisitorLine {...props} name="onBehalfOf" label="代谁办" autoFocus={mine.behalf} />
          <VisitorLine {...props} name="relation" label="与那人的关系" />
        </>
      ) : (
        <Button onClick={() => setOpened({ ...mine, behalf: true })}>代别人办</Button>
      )}
    </fieldset>
  );
};
