import { Button } from 'antd';
import { finishAll } from '../desk/reception/leaving.ts';
import { usePractice } from './use-practice.ts';

/** In the desk's header: into practice. The way out stands in the band. */
export const PracticeButton = () => {
  const practice = usePractice();
  return (
    <Button
      loading={practice.sending}
      title={practice.trouble?.title ?? '用编的人和事试一试,不算数'}
      onClick={() =>
        void finishAll().then((whole) => whole && practice.send({ body: { on: true } }))
      }
    >
      {practice.trouble ? '没有进去,再试一次' : '演练'}
    </Button>
  );
};
