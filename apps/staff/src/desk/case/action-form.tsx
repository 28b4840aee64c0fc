import type { CaseView, PostableType } from '@qzt/contract/reception';
import { isNoMaterial } from '@qzt/domain/catalogue';
import { Failure } from '@qzt/ui';
import { Button } from 'antd';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { ActionField } from './action-field.tsx';
import { actionOf, NOT_OPEN } from './actions.ts';
import styles from './case.module.css';
import { messageFor } from './event-form.ts';
import { lastSeq, newerThan } from './newer.ts';
import { fieldsNow } from './second-ask.ts';
import { StepTrouble } from './step-trouble.tsx';
import { useStep } from './use-step.ts';
import { useStepValues } from './use-step-values.ts';

interface Props {
  readonly type: PostableType;
  readonly shown: CaseView;
  readonly close: () => void;
}

/** What a colleague did to this case while the form was open, in words, beside what was typed here. */
const News = ({ lines }: { lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <Failure
      title="您写的时候,这份办件有了新的内容,看过再提交:"
      detail={lines.map((line) => <div key={line}>{line}</div>)}
    />
  );

/** The small form of one step, inside the record. It stays, with what was typed, until it is sent or put away. */
export const ActionForm = ({ type, shown, close }: Props) => {
  const { label, fields: all, grave } = actionOf(type);
  const { values, change, found, drop } = useStepValues(type, shown);
  const [seen] = useState(() => lastSeq(shown.events));
  const step = useStep(type, shown, () => {
    drop();
    close();
  });
  const specs = fieldsNow(all, values, shown.requirementNotice);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);

  const open = shown.allowedActions.includes(type);
  const offered = shown.requirementNotice.materials
    .filter((m) => type !== 'receive-materials' || !m.received)
    .filter((m) => !isNoMaterial(m.name))
    .map((m) => m.name);

  const send = (): void => void step.send(values, specs);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault();
      send();
    }
  };

  return (
    <form
      ref={form}
      onSubmit={submit}
      onKeyDown={onKeyDown}
      className={styles.form}
      aria-label={label}
    >
      <h3>{label}</h3>
      {found ? <div className="ui-quiet">接着上次没写完的</div> : null}
      {specs.map((spec) => (
        <ActionField
          key={spec.path}
          spec={spec}
          value={values[spec.path]}
          change={(value) => change(spec.path, value)}
          error={messageFor(step.fields, spec.path)}
          offered={offered}
        />
      ))}
      <News lines={newerThan(seen, shown.events)} />
      <StepTrouble trouble={step.trouble} again={send} />
      {open || step.trouble ? null : <Failure title={NOT_OPEN} />}
      <div className="ui-row">
        <Button
          type="primary"
          htmlType="submit"
          loading={step.sending}
          disabled={!open}
          ghost={grave === true}
        >
          {label}
        </Button>
        <Button onClick={close}>先不做</Button>
        <Button
          type="text"
          onClick={() => {
            drop();
            close();
          }}
        >
          不要了
        </Button>
        <span className="ui-quiet">Ctrl+Enter 提交 · Esc 收起,写的留着</span>
      </div>
    </form>
  );
};
