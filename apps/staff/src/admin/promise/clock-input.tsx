import { Input, type InputProps } from 'antd';
import { clockOf } from './clock.ts';

interface Props extends Omit<InputProps, 'value' | 'onChange'> {
  readonly value: string;
  readonly change: (value: string) => void;
}

/**
 * A clock time by keyboard, in 24 hours whatever the language of the browser (the browser's own time field says
 * 01:30 PM where the system is English).
 */
export const ClockInput = ({ value, change, ...rest }: Props) => (
  <Input
    {...rest}
    inputMode="numeric"
    autoComplete="off"
    placeholder="08:30"
    maxLength={5}
    style={{ width: 96 }}
    value={value}
    onChange={(e) => change(e.target.value)}
    onBlur={(e) => change(clockOf(e.target.value))}
  />
);
