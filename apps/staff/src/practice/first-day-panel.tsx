import type { SessionView } from '@qzt/contract/org';
import { practiceEndpoints } from '@qzt/contract/practice';
import { Failure, Loading } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { client } from '../platform/client.ts';
import { troubleOf } from '../platform/trouble.ts';
import { toggleFirstDay, useFirstDayShown } from './first-day-shown.ts';
import { FIRST_DAY_WORDS } from './first-day-words.ts';
import styles from './practice.module.css';

/** Under `lists`: whatever is stored at the desk asks these anew, and so this. */
const firstDayQuery = {
  queryKey: ['lists', 'first-day'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    client(practiceEndpoints.readFirstDay, { signal }),
};

const Steps = ({ practice }: { practice: boolean }) => {
  const { data, error, refetch } = useQuery(firstDayQuery);
  if (error) return <Failure title={troubleOf(error).title} again={() => void refetch()} />;
  if (data === undefined) return <Loading what="正在看做到哪里了…" />;
  const next = data.steps.find(({ done }) => !done)?.step;
  return (
    <>
      <ol className={styles.steps}>
        {data.steps.map(({ step, done }, index) => (
          <li
            key={step}
            className={[styles.step, done && styles.done, step === next && styles.now]
              .filter(Boolean)
              .join(' ')}
            aria-current={step === next ? 'step' : undefined}
          >
            <span className={styles.mark} aria-hidden="true">
              {done ? '✓' : index + 1}
            </span>
            <div>
              <h3>
                {FIRST_DAY_WORDS[step].title}
                {done ? <span className="ui-quiet"> · 做过了</span> : null}
              </h3>
              {step === next ? <p>{FIRST_DAY_WORDS[step].how}</p> : null}
            </div>
          </li>
        ))}
      </ol>
      <p role="status">
        {next === undefined ? '都会了。这张单子可以收起来了。' : null}
        {next === 'real' && practice ? '演练的五样都做过了。' : null}
        {next !== undefined && next !== 'real' && !practice ? '这几样在“演练”里做,不算数。' : null}
      </p>
    </>
  );
};

/** The guide of the first day, beside the desk. Nobody must do it, nothing of it is counted or measured. */
export const FirstDayPanel = ({ session }: { session: SessionView }) => {
  if (!useFirstDayShown()) return null;
  return (
    <aside className={styles.panel} aria-label="第一天练习">
      <div className={styles.head}>
        <h2>第一天练习</h2>
        <Button size="small" onClick={toggleFirstDay}>
          收起
        </Button>
      </div>
      <p className="ui-quiet" style={{ margin: 0 }}>
        想做就做,随时收起,下次接着来。不打分,不排名,不计时间。
      </p>
      <Steps practice={session.practice} />
    </aside>
  );
};
