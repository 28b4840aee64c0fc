import { type HandOverView, handOverEndpoints } from '@qzt/contract/hand-over';
import { Failure, momentText, nearText } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useWrite } from '../../platform/use-write.ts';
import { Contents } from './contents.tsx';
import styles from './hand-over.module.css';

interface Props {
  readonly one: HandOverView;
  readonly said: (text: string) => void;
}

const whereOf = ({ taken, withdrawnAt }: HandOverView): string => {
  if (withdrawnAt !== null) return '已收回';
  return taken === null ? '还没有人接' : `${taken.by.name}接了,${nearText(taken.at)}`;
};

/** One hand-over with its two sides: who gave it, who took it; and the key of whoever may still do something. */
export const HandOverCard = ({ one, said }: Props) => {
  const queries = useQueryClient();
  const after = async (answer: HandOverView): Promise<void> => {
    said(answer.taken === null ? '收回来了' : `接了${answer.from.name}的班`);
    await queries.invalidateQueries({ queryKey: ['lists'] });
  };
  const take = useWrite(handOverEndpoints.takeHandOver, after);
  const withdraw = useWrite(handOverEndpoints.withdrawHandOver, after);
  const call = { params: { id: one.id }, body: {}, version: one.version };
  const refresh = (sent: boolean): unknown =>
    sent ? undefined : queries.invalidateQueries({ queryKey: ['lists', 'hand-overs'] });
  const trouble = take.trouble ?? withdraw.trouble;
  const open = one.taken === null && one.withdrawnAt === null;
  return (
    <article className={styles.card} aria-label={`${one.from.name}交的班`}>
      <div className={styles.sides}>
        <h2>
          {one.from.name} → {one.taken?.by.name ?? one.to?.name ?? '下一位'}
        </h2>
        <span className={open ? styles.soon : 'ui-quiet'}>{whereOf(one)}</span>
        <span className="ui-quiet">{momentText(one.givenAt)} 交</span>
      </div>
      {one.note === null ? null : <p className={styles.note}>{one.note}</p>}
      <Contents contents={one.contents} quiet={one.note !== null} />
      {trouble === null ? null : <Failure title={trouble.title} />}
      {open ? (
        <div className={styles.acts}>
          {one.mayTake ? (
            <Button
              type="primary"
              loading={take.sending}
              onClick={() => void take.send(call).then(refresh)}
            >
              我接了
            </Button>
          ) : null}
          {one.mayWithdraw ? (
            <Button
              loading={withdraw.sending}
              onClick={() => void withdraw.send(call).then(refresh)}
            >
              先不交,收回
            </Button>
          ) : null}
        </div>
      ) : null}
    </article>
  );
};
