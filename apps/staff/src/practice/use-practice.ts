import { practiceEndpoints } from '@qzt/contract/practice';
import { useWrite, type Write } from '../platform/use-write.ts';
import { announceSwitch } from '../platform/world.ts';

/** Into practice or out of it. The page is loaded anew, so that nothing of one world stays on the screen of the other. */
export const usePractice = (): Write<typeof practiceEndpoints.switchPractice> =>
  useWrite(practiceEndpoints.switchPractice, () => {
    announceSwitch();
    location.assign('/desk');
  });

/** Back to the beginning, for all who practise here. */
export const useRestart = (): Write<typeof practiceEndpoints.restartPractice> =>
  useWrite(practiceEndpoints.restartPractice, () => location.assign('/desk'));
