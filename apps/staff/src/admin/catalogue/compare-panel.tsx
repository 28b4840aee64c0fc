import type { ItemVersionView, MaintainedItem } from '@qzt/contract/catalogue';
import { compareItems } from '@qzt/domain/catalogue';
import { Empty, Field } from '@qzt/ui';
import { Button, Select } from 'antd';
import styles from './catalogue.module.css';
import { ChangesView } from './changes-view.tsx';
import { comparable } from './entry-form.ts';
import { spanWords } from './words.ts';

/** Two versions by their numbers. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

interface Props {
  readonly item: MaintainedItem;
  readonly pair: Pair;
  readonly change: (pair: Pair) => void;
  readonly close: () => void;
}

const titleOf = (one: ItemVersionView): string => `第 ${one.version} 版 · ${spanWords(one)}`;

const standingOf = (one: ItemVersionView): string =>
  [one.standingLabel, one.textStandingLabel, one.withdrawn ? '停办' : null]
    .filter((part) => part !== null)
    .join(' · ');

/** Any two versions side by side, part by part. */
export const ComparePanel = ({ item, pair, change, close }: Props) => {
  const find = (version: number) => item.versions.find((one) => one.version === version);
  const [before, after] = [find(pair.before), find(pair.after)];
  if (!before || !after) return null;
  const options = item.versions.map((one) => ({ value: one.version, label: titleOf(one) }));
  const changes = compareItems(comparable(before.entry), comparable(after.entry));
  const choice = (side: keyof Pair, label: string) => (
    <Field label={label}>
      {({ id }) => (
        <Select
          id={id}
          options={options}
          value={pair[side]}
          onChange={(version) => change({ ...pair, [side]: version })}
        />
      )}
    </Field>
  );
  return (
    <section className="ui-paper ui-stack" aria-label="比较两版">
      <div className="ui-row">
        <h2>比较两版</h2>
        <Button size="small" onClick={close}>
          不比了
        </Button>
      </div>
      <div className={styles.pair}>
        {choice('before', '左边')}
        {choice('after', '右边')}
      </div>
      {standingOf(before) === standingOf(after) ? null : (
        <p>
          可信程度:{standingOf(before)} → {standingOf(after)}
        </p>
      )}
      {changes.length === 0 ? (
        <Empty>这两版写的一样。</Empty>
      ) : (
        <ChangesView
          changes={changes.map((one) => ({
            ...one,
            before: [...one.before],
            after: [...one.after],
          }))}
          before={`第 ${before.version} 版`}
          after={`第 ${after.version} 版`}
        />
      )}
    </section>
  );
};
