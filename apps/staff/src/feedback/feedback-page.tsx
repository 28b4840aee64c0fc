import { Empty } from '@qzt/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Page, Read } from '../admin/page.tsx';
import { may, useSession } from '../platform/session.ts';
import styles from './feedback.module.css';
import { FeedbackItem } from './feedback-item.tsx';
import { feedbackQuery } from './feedback-query.ts';

interface Props {
  readonly list: 'mine' | 'received';
  readonly title: string;
  readonly none: string;
}

const List = ({ list, title, none }: Props) => {
  const read = useInfiniteQuery(feedbackQuery(list));
  return (
    <section className="ui-paper ui-stack" aria-label={title}>
      <Read read={read} what={title}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          const { open = 0, late = 0 } = pages[0] ?? {};
          return (
            <>
              <h2>
                {title}
                {open > 0 ? ` · 等回答 ${open}` : ''}
                {late > 0 ? <span className={styles.late}> · 过期限 {late}</span> : null}
              </h2>
              {items.length === 0 ? <Empty>{none}</Empty> : null}
              <ul className={styles.list}>
                {items.map((item) => (
                  <FeedbackItem
                    key={item.id}
                    item={item}
                    answers={list === 'received' && !(item.mine && item.above)}
                  />
                ))}
              </ul>
              {read.hasNextPage ? (
                <div>
                  <Button
                    loading={read.isFetchingNextPage}
                    onClick={() => void read.fetchNextPage()}
                  >
                    再看早一些的
                  </Button>
                </div>
              ) : null}
            </>
          );
        }}
      </Read>
    </section>
  );
};

/** What was said and what was answered: what is mine to answer first, then what I said myself. */
export const FeedbackPage = () => {
  const session = useSession();
  return (
    <Page title="意见" lead="建议、问题、投诉。要回答的,5 个工作日内回答(这个期限是我们自己定的)。">
      {may(session, 'feedback.answer') ? (
        <List list="received" title="要我回答的" none="现在没有人提意见。" />
      ) : null}
      <List
        list="mine"
        title="我提过的"
        none="您还没有提过。每一页都有“意见”两个字,点一下就能写。"
      />
    </Page>
  );
};
