import { Button, Input, Switch } from 'antd';
import type { Band } from './bands.ts';

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
  <span className="ui-row" style={{ gap: 8 }}>
    <Input
      type="time"
      aria-label={`${day}开始`}
      style={{ width: 120 }}
      value={band.from}
      onChange={(e) => change({ ...band, from: e.target.value })}
    />
    –
    <Input
      type="time"
      aria-label={`${day}结束`}
      style={{ width: 120 }}
      value={band.to}
      onChange={(e) => change({ ...band, to: e.target.value })}
    />
    <Switch
      aria-label={`${day}这一段需预约`}
      checkedChildren="需预约"
      unCheckedChildren="不用约"
      checked={band.byAppointment}
      onChange={(byAppointment) => change({ ...band, byAppointment })}
    />
    <Button size="small" onClick={remove}>
      去掉
    </Button>
  </span>
);
