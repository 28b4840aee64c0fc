import { PAPER_TABLE, VOID_REASONS, type VoidReason } from '@qzt/domain/certificate';
import { Field } from '@qzt/ui';
import { Button, Input, Radio } from 'antd';
import styles from './certificate.module.css';

interface EndProps {
  readonly ending: 'decline' | 'void';
  readonly reason: VoidReason;
  readonly note: string;
  readonly setReason: (reason: VoidReason) => void;
  readonly setNote: (note: string) => void;
  readonly end: () => void;
  readonly close: () => void;
  readonly sending: boolean;
  readonly error: string | undefined;
}

/** Why a paper does not go out, or does not count any more. */
export const EndForm = ({
  ending,
  reason,
  note,
  setReason,
  setNote,
  end,
  close,
  sending,
  error,
}: EndProps) => (
  <fieldset className={styles.panel} aria-label={PAPER_TABLE[ending].label}>
    {ending === 'void' ? (
      <Radio.Group
        aria-label="为什么作废"
        options={Object.entries(VOID_REASONS).map(([value, label]) => ({ value, label }))}
        value={reason}
        onChange={(e) => setReason(e.target.value)}
      />
    ) : null}
    <Field label={ending === 'void' ? '说明(可不填)' : '为什么不出具'} error={error}>
      {(tied) => (
        <Input
          {...tied}
          autoFocus
          autoComplete="off"
          maxLength={500}
          value={note}
          onChange={(e) => setNote(e.target.value)}
          onPressEnter={end}
        />
      )}
    </Field>
    <div className="ui-row">
      <Button
        type="primary"
        ghost
        loading={sending}
        disabled={ending === 'decline' && note.trim() === ''}
        onClick={end}
      >
        {PAPER_TABLE[ending].label}
      </Button>
      <Button onClick={close}>先不做</Button>
    </div>
  </fieldset>
);
