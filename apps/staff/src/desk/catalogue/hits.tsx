import { Empty, Failure } from '@qzt/ui';
import { troubleOf } from '../../platform/trouble.ts';
import styles from './catalogue.module.css';
import type { useFinder } from './finder.ts';
import { routeText } from './words.ts';

interface Props {
  readonly listId: string;
  readonly finder: ReturnType<typeof useFinder>;
  readonly empty: boolean;
  readonly active: number;
  /** 1–3 an item, 0 其他. */
  readonly pick: (choice: number) => void;
}

export const optionId = (listId: string, choice: number): string => `${listId}-${choice}`;

/** The shown items as a list to pick from; 其他 stands there as an answer like the others. */
export const Hits = ({ listId, finder, empty, active, pick }: Props) => {
  if (empty)
    return <Empty>把居民说的话写在上面,边写边出事项。不在清单上的事,按 Alt+0 选其他。</Empty>;
  const found = finder.data;
  const rows = [
    ...(found?.items ?? []).map((item, index) => ({
      choice: index + 1,
      name: item.name,
      more: `${item.serviceLine} · ${routeText(item.route)}`,
      urgent: item.urgent ?? false,
    })),
    { choice: 0, name: '其他', more: '不在清单上的事,照样登记', urgent: false },
  ];
  return (
    <div>
      {finder.isError ? (
        <Failure title={troubleOf(finder.error).title} again={() => void finder.refetch()} />
      ) : null}
      {found && !found.confident && found.items.length > 0 ? (
        <p className="ui-quiet">没有很贴切的,可能是:</p>
      ) : null}
      <div role="listbox" id={listId} aria-label="可能的事项" className={styles.hits}>
        {rows.map(({ choice, name, more, urgent }) => (
          <div
            key={choice}
            id={optionId(listId, choice)}
            role="option"
            tabIndex={-1}
            aria-selected={active === choice}
            className={styles.hit}
            onMouseDown={(event) => {
              event.preventDefault();
              pick(choice);
            }}
          >
            <span className="ui-key">Alt+{choice}</span>
            <span className={styles.hitName}>{name}</span>
            {urgent ? <span className={styles.urgent}>可能有危险</span> : null}
            <span className="ui-quiet">{more}</span>
          </div>
        ))}
      </div>
    </div>
  );
};
