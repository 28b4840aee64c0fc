import type { RegisterFilter } from '@qzt/contract/ledger';
import { lastDayOf, REGISTER_LABELS, type Register } from '@qzt/domain/ledger';
import { Failure, Field } from '@qzt/ui';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { type Trouble, troubleOf } from '../../platform/trouble.ts';
import { type Form, takeAway } from './download.ts';
import styles from './ledger.module.css';

/** What registers are usually taken away for: one press instead of writing it. */
const USUAL = ['每月归档', '街道检查', '内部核对'];

interface Props {
  readonly register: Register;
  readonly filter: RegisterFilter;
  /** Whether whole names may be taken away at all, and whether there may be confidential matters. */
  readonly mayUnmask: boolean;
  readonly done: () => void;
}

/** Taking a register away: first what for, because it is written in the log; masked unless asked otherwise. */
export const ExportPanel = ({ register, filter, mayUnmask, done }: Props) => {
  const [purpose, setPurpose] = useState('');
  const [full, setFull] = useState(false);
  const [confidential, setConfidential] = useState(false);
  const [asked, setAsked] = useState(false);
  const [making, setMaking] = useState<Form | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const missing = purpose.trim() === '';
  const take = async (form: Form): Promise<void> => {
    setAsked(true);
    if (missing) return;
    setMaking(form);
    setTrouble(null);
    try {
      const name = `${REGISTER_LABELS[register]} ${filter.from} 至 ${lastDayOf(filter)}`;
      const order = { ...filter, purpose: purpose.trim(), full, confidential };
      await takeAway(register, form, order, name);
      done();
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setMaking(null);
    }
  };
  return (
    <form
      className={styles.export}
      aria-label="导出登记簿"
      onSubmit={(event) => {
        event.preventDefault();
        void take('xlsx');
      }}
    >
      <Field
        label="导出做什么用(会记入日志)"
        error={asked && missing ? '请先写一句用途' : trouble?.fields.purpose}
      >
        {(tied) => (
          <div className="ui-row">
            <Input
              {...tied}
              style={{ width: 360 }}
              maxLength={100}
              value={purpose}
              autoFocus
              onChange={(event) => setPurpose(event.target.value)}
            />
            {USUAL.map((words) => (
              <Button key={words} onClick={() => setPurpose(words)}>
                {words}
              </Button>
            ))}
          </div>
        )}
      </Field>
      {mayUnmask ? (
        <div className="ui-row">
          <Checkbox checked={full} onChange={(event) => setFull(event.target.checked)}>
            要完整的姓名和电话(每个人都会记下被谁看过)
          </Checkbox>
          <Checkbox
            checked={confidential}
            onChange={(event) => setConfidential(event.target.checked)}
          >
            连同我能看到的保密办件
          </Checkbox>
        </div>
      ) : null}
      {trouble ? <Failure title={trouble.fields.to ?? trouble.title} /> : null}
      <div className="ui-row">
        <Button
          type="primary"
          htmlType="submit"
          loading={making === 'xlsx'}
          disabled={making === 'pdf'}
        >
          导出 Excel
        </Button>
        <Button
          onClick={() => void take('pdf')}
          loading={making === 'pdf'}
          disabled={making === 'xlsx'}
        >
          导出 PDF(打印用)
        </Button>
        <Button onClick={done}>不导了</Button>
        <span className="ui-quiet">按上面的时间和筛选导出,不止这一页。</span>
      </div>
    </form>
  );
};
