import { makePool } from '@qzt/db';
import { loanMessages } from '../features/lending/index.ts';
import type { KitGround } from '../features/offline-kit/index.ts';
import type { JobGround } from '../features/reception/index.ts';
import { makeLog } from '../platform/log.ts';
import type { OutgoingMessage } from '../platform/notify/index.ts';
import type { TestProduct } from './product.ts';

/** The jobs of a product under test, with a gateway that keeps what it was given. */
export interface TestJobs extends JobGround, KitGround {
  readonly sent: OutgoingMessage[];
  /** What the next sendings meet, one each; none: they succeed. */
  readonly refusals: Error[];
  end(): Promise<void>;
}

export function testJobs(product: TestProduct): TestJobs {
  const jobsPool = makePool({ connection: product.connection('jobs'), onError: () => undefined });
  const sent: OutgoingMessage[] = [];
  const refusals: Error[] = [];
  return {
    ...product.ground,
    loanMessages: loanMessages(product.ground),
    jobsPool,
    log: makeLog('silent'),
    sent,
    refusals,
    gateway: {
      async send(message) {
        const refusal = refusals.shift();
        if (refusal) throw refusal;
        sent.push(message);
      },
    },
    end: () => jobsPool.end(),
  };
}
