import { isNoMaterial, materialTold } from '@qzt/domain/catalogue';
import { Empty } from '@qzt/ui';
import { Checkbox, InputNumber } from 'antd';
import styles from './catalogue.module.css';

interface Props {
  readonly names: readonly string[];
  /** How many copies are wanted, by the name of the material; one where nothing is said. */
  readonly copies?: Readonly<Record<string, number>> | undefined;
  readonly received: Readonly<Record<string, number>>;
  readonly change: (received: Readonly<Record<string, number>>) => void;
}

/** The materials of an item: tick what was brought, with the number of copies. */
export const Materials = ({ names, copies: wanted, received, change }: Props) => {
  const wantedNames = names.filter((name) => !isNoMaterial(name));
  const said = names.filter(isNoMaterial);
  if (wantedNames.length === 0)
    return (
      <>
        <Empty>不用带材料。</Empty>
        {said.map((sentence) => (
          <p key={sentence} className="ui-quiet">
            {sentence}
          </p>
        ))}
      </>
    );
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className="ui-quiet">要带的材料(带来了就打勾)</legend>
      <ul className={styles.materials}>
        {wantedNames.map((name) => {
          const copies = received[name] ?? 0;
          return (
            <li key={name} className={styles.material}>
              <Checkbox
                checked={copies > 0}
                onChange={(e) =>
                  change({ ...received, [name]: e.target.checked ? (wanted?.[name] ?? 1) : 0 })
                }
              >
                {materialTold(name, wanted)}
              </Checkbox>
              {copies > 0 ? (
                <InputNumber
                  aria-label={`${name} 份数`}
                  min={1}
                  max={99}
                  size="small"
                  style={{ width: 88 }}
                  suffix="份"
                  value={copies}
                  onChange={(value) => change({ ...received, [name]: value ?? 1 })}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
};
