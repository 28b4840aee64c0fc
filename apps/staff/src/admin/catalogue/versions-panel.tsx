import type { MaintainedItem } from '@qzt/contract/catalogue';
import { momentText } from '@qzt/ui';
import { Button } from 'antd';
import styles from './catalogue.module.css';
import { actWords, spanWords } from './words.ts';

interface Props {
  readonly item: MaintainedItem;
  readonly shown: number;
  readonly look: (version: number) => void;
  readonly compare: (version: number) => void;
}

/** Every version, the newest first: when it holds, who made it and why; each is looked at or compared. */
export const VersionsPanel = ({ item, shown, look, compare }: Props) => (
  <aside className="ui-paper" aria-label="各版">
    <h2>各版</h2>
    <ul className={styles.versions}>
      {item.versions.map((one) => (
        <li key={one.version}>
          <div>
            <strong>第 {one.version} 版</strong> {actWords(one.act)}
            {one.version === item.holds ? <span className={styles.sure}>现在用</span> : null}
          </div>
          <p>{spanWords(one)}</p>
          {one.reason ? <p>{one.reason}</p> : null}
          {one.whyPast ? <p className="ui-quiet">从过去算起:{one.whyPast}</p> : null}
          {one.by ? (
            <p className="ui-quiet">
              {one.by} {momentText(one.at)}
            </p>
          ) : null}
          <div className="ui-row">
            <Button
              size="small"
              aria-pressed={one.version === shown}
              onClick={() => look(one.version)}
            >
              {one.version === shown ? `正在看第 ${one.version} 版` : `看第 ${one.version} 版`}
            </Button>
            {one.version === shown ? null : (
              <Button size="small" onClick={() => compare(one.version)}>
                和第 {shown} 版比
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  </aside>
);
