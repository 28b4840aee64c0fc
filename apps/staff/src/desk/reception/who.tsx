import { Field } from '@qzt/ui';
import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { ResidentSearch } from '../household/resident-search.tsx';
import type { Draft, Visitor } from './draft.ts';
import styles from './reception.module.css';

interface Props {
  readonly draft: Draft;
  readonly update: (change: (draft: Draft) => Draft) => void;
  readonly fields: Readonly<Record<string, string>>;
  readonly maySearch: boolean;
  /** Asked back because nobody can be called. */
  readonly ask: string | null;
}

interface LineProps extends Props {
  readonly name: keyof Visitor;
  readonly label: string;
  readonly autoFocus?: boolean;
}

const VisitorLine = ({ draft, update, fields, name, label, ask, autoFocus = false }: LineProps) => (
  <Field label={label} error={fields[`visitor.${name}`]}>
    {(tied) => (
      <Input
        {...tied}
        autoFocus={autoFocus}
        data-asked={ask !== null && name === 'phone' ? true : undefined}
        autoComplete="off"
        inputMode={name === 'phone' ? 'tel' : 'text'}
        value={draft.visitor[name]}
        onChange={(e) => {
          const text = e.target.value;
          update((d) => ({ ...d, visitor: { ...d.visitor, [name]: text } }));
        }}
      />
    )}
  </Field>
);

const ResidentPart = ({ draft, update }: Props) =>
  draft.resident ? (
    <div className="ui-field">
      <span className="ui-quiet">居民</span>
      <div className={styles.resident}>
        <strong>{draft.resident.name}</strong>
        <span>{draft.resident.door}</span>
        <Button size="small" onClick={() => update((d) => ({ ...d, resident: null }))}>
          换一位
        </Button>
      </div>
    </div>
  ) : (
    <ResidentSearch choose={(resident) => update((d) => ({ ...d, resident }))} />
  );

const OnBehalf = (props: Props) => (
  <>
    <VisitorLine {...props} name="onBehalfOf" label="代谁办(本人办不填)" />
    {props.draft.visitor.onBehalfOf.trim() === '' ? null : (
      <VisitorLine {...props} name="relation" label="与那人的关系" />
    )}
  </>
);

/** Who is in front of me: a resident of ours, a visitor by name and telephone, or nobody in particular. */
export const Who = (props: Props) => {
  const { draft, update, maySearch, ask } = props;
  // Only a choice made here moves the cursor; an entry that comes back leaves it where it is.
  const [chosen, setChosen] = useState(false);
  const visitor = draft.who === 'visitor';
  const known = draft.who === 'resident' && draft.resident !== null;
  return (
    <fieldset className={styles.block} aria-label="来的是谁">
      <div className={styles.who}>
        <div className="ui-field">
          <span className="ui-quiet">来的是谁</span>
          <Radio.Group
            aria-label="来的是谁"
            optionType="button"
            value={draft.who}
            onChange={(e) => {
              setChosen(true);
              update((d) => ({ ...d, who: e.target.value }));
            }}
            options={[
              { value: 'nobody', label: '不记名' },
              ...(maySearch ? [{ value: 'resident', label: '本居民区居民' }] : []),
              { value: 'visitor', label: '留姓名电话' },
            ]}
          />
        </div>
        {visitor ? (
          <>
            <VisitorLine {...props} name="name" label="姓名" autoFocus={chosen} />
            <VisitorLine {...props} name="phone" label="电话" />
          </>
        ) : null}
        {draft.who === 'resident' ? <ResidentPart {...props} /> : null}
        {visitor || known ? <OnBehalf {...props} /> : null}
      </div>
      {ask === null ? null : <div role="status">{ask}</div>}
    </fieldset>
  );
};
