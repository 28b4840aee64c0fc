import { Failure, Loading } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { troubleOf } from '../../platform/trouble.ts';
import styles from './certificate.module.css';
import { paperQuery } from './queries.ts';

/** What stands on a paper, as it was written. */
export const PaperContent = ({ id }: { id: string }) => {
  const read = useQuery(paperQuery(id));
  if (read.isPending) return <Loading what="正在打开…" />;
  if (read.isError)
    return <Failure title={troubleOf(read.error).title} again={() => void read.refetch()} />;
  const { content, intact } = read.data;
  return (
    <>
      {intact ? null : <Failure title="存着的内容和出具时的指纹对不上,请告诉管理员,先不要打印" />}
      {content ? (
        <div className={styles.text}>
          <strong>{content.title}</strong>
          <p className={styles.plain}>{content.addressee}</p>
          {content.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p>{content.closing}</p>
        </div>
      ) : (
        <p className="ui-quiet">内容已按请求删除。</p>
      )}
    </>
  );
};
