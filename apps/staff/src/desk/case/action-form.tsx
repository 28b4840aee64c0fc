import type { CaseView, PostableType } from '@qzt/contract/reception';
import { Failure } from '@qzt/ui';
import { Button } from 'antd';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { ActionField } from './action-field.tsx';
import { actionOf, NOT_OPEN } from './actions.ts';
import styles from './case.module.css';
import { messageFor, type Values } from './event-form.ts';
import { StepTrouble } from './step-trouble.tsx';
import { tickedAtFirst } from './ticked.ts';
import { useStep } from './use-step.ts';

interface Props {
  readonly type: PostableType;
  readonly shown: CaseView;
  readonly close: () => void;
}

/** The small form of one step, inside the record. It stays, with what was typed, until it is sent or put away. */
export const ActionForm = ({ type, shown, close }: Props) => {
  const { label, fields: specs, initial, grave } = actionOf(type);
  const [values, setValues] = useState<Values>(() => ({
    ...initial,
    ...tickedAtFirst(type, shown),
  }));
  const step = useStep(type, shown, close);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);

  const open = shown.allowedActions.includes(type);
  const offered = shown.requirementNotice.materials
    .filter((m) => type !== 'receive-materials' || !m.received)
    .map((m) => m.name);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void step.send(values);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault();
      void step.send(values);
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
      {specs.map((spec) => (
        <ActionField
          key={spec.path}
          spec={spec}
          value={values[spec.path]}
          change={(value) => setValues((v) => ({ ...v, [spec.path]: value }))}
          error={messageFor(step.fields, spec.path)}
          offered={offered}
        />
      ))}
      <StepTrouble trouble={step.trouble} again={() => void step.send(values)} />
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
        <span className="ui-quiet">Ctrl+Enter 提交 · Esc 收起</span>
      </div>
    </form>
  );
};
