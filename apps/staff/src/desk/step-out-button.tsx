import { localMoment } from '@qzt/ui';
import { Button } from 'antd';
import { now } from '../platform/clock.ts';
import { stepOut, useSteppedOut } from './stepped-out.ts';

/** In the header: away for a moment, and back. */
export const StepOutButton = () => {
  const since = useSteppedOut();
  if (since === null) return <Button onClick={() => stepOut(now())}>离开一下</Button>;
  return (
    <Button danger onClick={() => stepOut(null)}>
      {localMoment(since).time} 离开的,我回来了
    </Button>
  );
};
