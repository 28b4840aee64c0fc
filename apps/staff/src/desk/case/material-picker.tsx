import { Button, Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import styles from './case.module.css';

interface Material {
  readonly name: string;
  readonly copies: number;
}

interface Props {
  readonly offered: readonly string[];
  readonly value: unknown;
  readonly change: (value: readonly Material[]) => void;
}

const listOf = (value: unknown): readonly Material[] =>
  Array.isArray(value) ? (value as readonly Material[]) : [];

/** Ticks materials of the notice and takes others by name, each with its copies. */
export const MaterialPicker = ({ offered, value, change }: Props) => {
  const [extra, setExtra] = useState('');
  const chosen = listOf(value);
  const names = [...new Set([...offered, ...chosen.map((m) => m.name)])];
  const set = (name: string, copies: number): void => {
    const rest = chosen.filter((m) => m.name !== name);
    change(copies > 0 ? [...rest, { name, copies }] : rest);
  };
  const add = (): void => {
    if (extra.trim() === '') return;
    set(extra.trim(), 1);
    setExtra('');
  };
  return (
    <div className="ui-stack" style={{ gap: 4 }}>
      {names.map((name) => {
        const copies = chosen.find((m) => m.name === name)?.copies ?? 0;
        return (
          <div key={name} className={styles.material}>
            <Checkbox checked={copies > 0} onChange={(e) => set(name, e.target.checked ? 1 : 0)}>
              {name}
            </Checkbox>
            {copies > 0 ? (
              <InputNumber
                aria-label={`${name} 份数`}
                size="small"
                style={{ width: 88 }}
                min={1}
                max={99}
                suffix="份"
                value={copies}
                onChange={(next) => set(name, next ?? 1)}
              />
            ) : null}
          </div>
        );
      })}
      <div className={styles.material}>
        <Input
          aria-label="另加一种材料"
          placeholder="另加一种材料"
          value={extra}
          onChange={(e) => setExtra(e.target.value)}
          onPressEnter={(event) => {
            event.preventDefault();
            if (!event.nativeEvent.isComposing) add();
          }}
        />
        <Button onClick={add}>加上</Button>
      </div>
    </div>
  );
};
