import type { CaseView, PostableType } from '@qzt/contract/reception';
import { Button } from 'antd';
import { actionOf } from './actions.ts';
import { StepTrouble } from './step-trouble.tsx';
import { useStep } from './use-step.ts';

interface Props {
  readonly type: PostableType;
  readonly shown: CaseView;
  readonly main: boolean;
}

/** A step that asks for nothing: one press. */
export const DirectStep = ({ type, shown, main }: Props) => {
  const step = useStep(type, shown, () => undefined);
  const send = (): void => void step.send({});
  return (
    <>
      <Button type={main ? 'primary' : 'default'} loading={step.sending} onClick={send}>
        {actionOf(type).label}
      </Button>
      <StepTrouble trouble={step.trouble} again={send} />
    </>
  );
};
