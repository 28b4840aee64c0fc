import { FIRST_DAY } from '@qzt/domain/practice';
import { z } from 'zod';
import { SessionView } from '../org/index.ts';
import { endpoint } from '../shared/index.ts';

export const practiceEndpoints = {
  switchPractice: endpoint({
    method: 'PUT',
    path: '/api/v1/session/practice',
    summary: '进入或结束演练',
    description:
      'Switches this session into the practice committee of the caller’s own committee, or back. There the caller is worker and head under the same name, in a tenant of its own: invented people, nothing counted, no message sent. The first switch makes and fills it (some seconds). Only for the people of a committee. Another session of the same person stays where it is; a new one begins outside.',
    body: z.strictObject({ on: z.boolean() }),
    status: 200,
    answer: SessionView,
    problems: ['session-required', 'not-permitted', 'invalid-input', 'not-ready'],
  }),
  restartPractice: endpoint({
    method: 'PUT',
    path: '/api/v1/practice/beginning',
    summary: '演练回到开头',
    description:
      'Takes away everything that was done in the practice committee, by all who practise there, and fills it anew. Only from inside practice.',
    status: 204,
    problems: ['session-required', 'not-permitted', 'not-ready'],
  }),
  readFirstDay: endpoint({
    method: 'GET',
    path: '/api/v1/practice/first-day',
    summary: '第一天的练习',
    description:
      'Which of the small exercises of the first day the caller has done, as what is stored shows: five in practice and a first real entry outside. No points, no times.',
    status: 200,
    answer: z.object({ steps: z.array(z.object({ step: z.enum(FIRST_DAY), done: z.boolean() })) }),
    problems: ['session-required', 'not-permitted'],
  }),
} as const;
