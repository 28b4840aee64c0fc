import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { useEffect } from 'react';
import { finishAll } from '../desk/reception/leaving.ts';
import { sessionQuery } from '../platform/session.ts';
import { toggleFirstDay, useFirstDayShown } from './first-day-shown.ts';
import styles from './practice.module.css';
import { usePractice, useRestart } from './use-practice.ts';

/** The band over every page of practice: that nothing of it counts, and the ways out and back to the beginning. */
const Band = () => {
  const practice = usePractice();
  const restart = useRestart();
  const guided = useFirstDayShown();
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--band', '48px');
    return () => {
      style.removeProperty('--band');
    };
  }, []);
  const trouble = practice.trouble ?? restart.trouble;
  return (
    <>
      <section className={styles.band} aria-label="演练">
        <span className={styles.said}>
          <strong>演练 · 不算数</strong>
          <span>{trouble?.title ?? '人和事都是编的,不发消息,不进统计。'}</span>
        </span>
        <div className={styles.ways}>
          <Button size="small" aria-pressed={guided} onClick={toggleFirstDay}>
            第一天练习
          </Button>
          <Popconfirm
            title="回到开头?"
            description="演练里做过的都会清掉,同事正在演练的也一样。真的记录不受影响。"
            okText="回到开头"
            cancelText="不了"
            getPopupContainer={(button) => button.parentElement ?? document.body}
            onConfirm={() => restart.send()}
          >
            <Button size="small" loading={restart.sending}>
              回到开头
            </Button>
          </Popconfirm>
          <Button
            size="small"
            type="primary"
            loading={practice.sending}
            onClick={() =>
              void finishAll().then((whole) => whole && practice.send({ body: { on: false } }))
            }
          >
            结束演练
          </Button>
        </div>
      </section>
      <div className={styles.edge} aria-hidden="true" />
    </>
  );
};

/** Around every page behind the sign-in: the band while somebody practises. */
export const PracticeFrame = () => {
  const { data } = useQuery(sessionQuery);
  return (
    <>
      {data?.practice ? <Band /> : null}
      <Outlet />
    </>
  );
};
