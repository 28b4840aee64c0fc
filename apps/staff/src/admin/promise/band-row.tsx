import { Button, Switch } from 'antd';
import type { Band } from './bands.ts';
import { ClockInput } from './clock-input.tsx';

export interface KeyedBand extends Band {
  readonly key: string;
}

interface Props {
  readonly day: string;
  readonly band: KeyedBand;
  readonly change: (band: KeyedBand) => void;
  readonly remove: () => void;
}

export const BandRow = ({ day, band, change, remove }: Props) => (
  <span className="ui-row" style={{ gap: 8, marginRight: 24 }}>
    <ClockInput
      aria-label={`${day}开始`}
      value={band.from}
      change={(from) => change({ ...band, from })}
    />
    –
    <ClockInput
      aria-label={`${day}结束`}
      value={band.to}
      change={(to) => change({ ...band, to })}
    />
    <Switch
      aria-label={`${day}这一段需预约`}
      checked={band.byAppointment}
      onChange={(byAppointment) => change({ ...band, byAppointment })}
    />
    <span className={band.byAppointment ? undefined : 'ui-quiet'}>需预约</span>
    <Button size="small" onClick={remove}>
      去掉
    </Button>
  </span>
);
