import { Failure } from '@qzt/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { troubleOf } from '../../platform/trouble.ts';
import { statusText } from '../case/words.ts';
import type { FoundItems } from '../catalogue/finder.ts';
import { limitWords, routeText } from '../catalogue/words.ts';
import { aboutText } from '../household/words.ts';
import { type Choice, type ChoiceGroup, digitOf, groupOf } from './choices.ts';
import styles from './input-box.module.css';

export const rowId = (listId: string, index: number): string => `${listId}-${index}`;

interface Words {
  readonly name: string;
  readonly more: string;
  readonly urgent?: boolean;
}

const wordsOf = (choice: Choice): Words => {
  switch (choice.kind) {
    case 'item': {
      const { name, serviceLine, route, urgent } = choice.hit;
      const more = `${serviceLine} · ${routeText(route)} · ${limitWords(choice.hit)}`;
      return { name, more, urgent: urgent ?? false };
    }
    case 'other':
      return { name: '其他', more: '不在清单上的事,照样登记、照样承诺' };
    case 'anew':
      return { name: '换成这件事', more: '刚才那件放到一边,可以找回' };
    case 'say':
      return { name: '补一句', more: '加到刚才说的话后面' };
    case 'resident':
      return { name: choice.hit.name, more: `${choice.hit.door}${aboutText(choice.hit)}` };
    case 'phone':
      return { name: `留电话 ${choice.text}`, more: '不在名册上也能回音' };
    case 'name':
      return { name: `留姓名 ${choice.text}`, more: '不在名册上的来访人' };
    case 'case': {
      const { number, title } = choice.line;
      return { name: title, more: `${number} · ${statusText(choice.line)}` };
    }
  }
};

const TITLES: Readonly<Record<ChoiceGroup, string>> = { matter: '事项', person: '居民与办件' };

interface Props {
  readonly listId: string;
  readonly choices: readonly Choice[];
  readonly active: number;
  readonly take: (index: number) => void;
  readonly finder: UseQueryResult<FoundItems>;
  readonly people: UseQueryResult<{ readonly items: readonly unknown[] }>;
  readonly looksForPeople: boolean;
  /** They are looked for by their door, not by name. */
  readonly byDoor: boolean;
}

const Row = ({
  listId,
  choices,
  index,
  active,
  take,
}: Pick<Props, 'listId' | 'choices' | 'active' | 'take'> & { index: number }) => {
  const choice = choices[index];
  if (choice === undefined) return null;
  const { name, more, urgent } = wordsOf(choice);
  const digit = digitOf(choices, index);
  return (
    <div
      id={rowId(listId, index)}
      role="option"
      tabIndex={-1}
      aria-selected={active === index}
      className={styles.row}
      onMouseDown={(event) => {
        event.preventDefault();
        take(index);
      }}
    >
      {digit === null ? <span /> : <span className="ui-key">Alt+{digit}</span>}
      <span className={styles.name}>
        {name}
        {urgent ? <span className={styles.urgent}>可能有危险</span> : null}
      </span>
      <span className={styles.more}>{more}</span>
    </div>
  );
};

const NOBODY = '名册里没有找到这个人,换个说法,或把电话留下。';
const NOBODY_THERE = '没有找到这栋楼或这户人家。写全门牌,如3号楼502,或写姓名、电话。';

const Notes = ({ finder, people, looksForPeople, byDoor, choices }: Props) => {
  const found = finder.data;
  const residents = choices.some((choice) => choice.kind === 'resident');
  const unsure = found && !found.confident && choices.some((choice) => choice.kind === 'item');
  return (
    <>
      {finder.isError ? (
        <Failure title={troubleOf(finder.error).title} again={() => void finder.refetch()} />
      ) : null}
      {people.isError ? (
        <Failure title={troubleOf(people.error).title} again={() => void people.refetch()} />
      ) : null}
      {unsure ? <p className={styles.note}>没有很贴切的事项,看看是不是下面这些:</p> : null}
      {looksForPeople && people.isFetching && !residents ? (
        <p className={styles.note}>正在找居民…</p>
      ) : null}
      {looksForPeople && people.isSuccess && !people.isFetching && !residents ? (
        <p className={styles.note}>{byDoor ? NOBODY_THERE : NOBODY}</p>
      ) : null}
    </>
  );
};

/** What Enter can do with the input, in groups side by side; 其他 stands there as an answer like the others. */
export const ChoiceRows = (props: Props) => {
  const { listId, choices } = props;
  const groups = (['matter', 'person'] as const).filter((group) =>
    choices.some((choice) => groupOf(choice) === group),
  );
  return (
    <div>
      <Notes {...props} />
      <div role="listbox" id={listId} aria-label="可能是" className={styles.groups}>
        {groups.map((group) => (
          <fieldset key={group} aria-label={TITLES[group]} className={styles.group}>
            <div className={styles.groupTitle} aria-hidden="true">
              {TITLES[group]}
            </div>
            {choices.map((choice, index) =>
              groupOf(choice) === group ? (
                // The place in the list is the row: it has no other identity while one types.
                <Row key={rowId(listId, index)} {...props} index={index} />
              ) : null,
            )}
          </fieldset>
        ))}
      </div>
    </div>
  );
};
