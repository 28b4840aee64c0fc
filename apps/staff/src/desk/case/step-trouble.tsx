import { Failure } from '@qzt/ui';
import type { Trouble } from '../../platform/trouble.ts';

/** After these the record that was on the screen is not the newest any more. */
const STALE: readonly (string | null)[] = [
  'version-conflict',
  'transition-not-allowed',
  'id-exists',
];

interface Props {
  readonly trouble: Trouble | null;
  readonly again: () => void;
}

/** Why a step was not written, and what happened to what was typed. */
export const StepTrouble = ({ trouble, again }: Props) =>
  trouble === null ? null : (
    <Failure
      title={trouble.title}
      detail={STALE.includes(trouble.code) ? '这里已换成最新的内容,您写的还在。' : undefined}
      again={trouble.outcome === 'unknown' ? again : undefined}
    />
  );
