import type { ItemVersionView } from '@qzt/contract/catalogue';
import { ITEM_PART_NAMES, ITEM_PARTS, type ItemPart, type PartGround } from '@qzt/domain/catalogue';
import styles from './catalogue.module.css';
import { comparable } from './entry-form.ts';
import { confirmedWords } from './words.ts';

interface GroundProps {
  readonly title: string;
  readonly sure: boolean;
  readonly label: string;
  readonly more?: string | null;
}

const Ground = ({ title, sure, label, more }: GroundProps) => (
  <div className={styles.ground}>
    <h2>{title}</h2>
    <span className={sure ? styles.sure : styles.unsure}>{label}</span>
    {more ? <span className="ui-quiet">{more}</span> : null}
  </div>
);

/** Parts that most items do without: nothing is missing where they say nothing. */
const MAY_LACK: ReadonlySet<ItemPart> = new Set<ItemPart>(['category', 'marks', 'source']);

const Parts = ({ version, ground }: { version: ItemVersionView; ground: PartGround }) => {
  const body = comparable(version.entry);
  return (
    <dl className={styles.parts}>
      {ITEM_PART_NAMES.filter((part) => ITEM_PARTS[part].ground === ground).map((part) => {
        const { label, lines } = ITEM_PARTS[part];
        const said = lines(body);
        if (said.length === 0 && MAY_LACK.has(part)) return null;
        return [
          <dt key={`${part} name`}>{label}</dt>,
          <dd key={part}>
            {said.length === 0 ? <span className="ui-quiet">没有写</span> : null}
            {said.length === 1 ? said[0] : null}
            {said.length > 1 ? (
              <ul className={styles.lines}>
                {said.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ) : null}
          </dd>,
        ];
      })}
    </dl>
  );
};

const textSure = ({ textStanding }: ItemVersionView): boolean =>
  textStanding === 'official-local' || textStanding === 'official-national';

/** Everything that a version says, each part under its standing. */
export const ItemParts = ({ version }: { version: ItemVersionView }) => (
  <>
    <section className="ui-paper ui-stack" aria-label="规定">
      <Ground
        title="规定:材料、时限、怎么转"
        sure={version.limitOfficial}
        label={
          version.limitOfficial
            ? version.standingLabel
            : `${version.standingLabel} · 居民看到“待核实”`
        }
        more={confirmedWords(version)}
      />
      <Parts version={version} ground="rule" />
    </section>
    <section className="ui-paper ui-stack" aria-label="文字">
      <Ground
        title="文字:怎么办、怎么问、地点、收费"
        sure={textSure(version)}
        label={version.textStandingLabel ?? '还没有写'}
      />
      <Parts version={version} ground="text" />
    </section>
    <section className="ui-paper ui-stack" aria-label="找得到">
      <h2>居民怎么说,就能找到它</h2>
      <Parts version={version} ground="finding" />
    </section>
  </>
);
