import { householdEndpoints, type ResidentHit } from '@qzt/contract/household';
import { Failure, Field } from '@qzt/ui';
import { Button, Input } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useWrite } from '../../platform/use-write.ts';
import styles from './household.module.css';

const PURPOSE = '接待';
const SHOWN = 8;

/**
 * Finds a resident on Enter and not while one types: each search is logged as looking at people, and half a name
 * would be logged as well.
 */
export const ResidentSearch = ({ choose }: { choose: (hit: ResidentHit) => void }) => {
  const [q, setQ] = useState('');
  const [hits, setHits] = useState<readonly ResidentHit[] | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  const search = useWrite(householdEndpoints.searchResidents, ({ items }) => setHits(items));
  useEffect(() => {
    if (hits !== null) first.current?.focus();
  }, [hits]);
  const run = (): void => {
    if (q.trim() !== '') void search.send({ body: { q, purpose: PURPOSE, limit: SHOWN } });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    run();
  };
  return (
    <div className={styles.search}>
      <Field label="找居民(会留下查询记录)">
        {(tied) => (
          <div className={styles.box}>
            <Input
              {...tied}
              autoFocus
              autoComplete="off"
              placeholder="姓名、拼音首字母、电话或门牌,按 Enter 查找"
              value={q}
              onChange={(e) => setQ(e.target.value)}
              onKeyDown={onKeyDown}
            />
            <Button onClick={run} loading={search.sending}>
              查找
            </Button>
          </div>
        )}
      </Field>
      {search.trouble ? (
        <Failure title={search.trouble.title} again={() => void search.again()} />
      ) : null}
      {hits?.length === 0 ? (
        <div className="ui-quiet" role="status">
          没有找到。换个说法再找,或选“留姓名电话”。
        </div>
      ) : null}
      {hits && hits.length > 0 ? (
        <ul className={styles.hits} aria-label="找到的居民">
          {hits.map((hit, index) => (
            <li key={hit.id}>
              <button
                type="button"
                ref={index === 0 ? first : null}
                className={styles.hit}
                onClick={() => choose(hit)}
              >
                <strong>{hit.name}</strong> {hit.door}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
};
