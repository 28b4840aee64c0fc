import { type HoursView, promiseEndpoints } from '@qzt/contract/promise';
import { addDays, dayText, Field, localMoment } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../platform/use-write.ts';
import { WriteTrouble } from '../page.tsx';
import type { KeyedBand } from './band-row.tsx';
import { type Band, sameWeek, weekFault } from './bands.ts';
import { HoursPeriod } from './hours-period.tsx';
import { conflicts, NewerState } from './newer-state.tsx';
import { useSeen } from './use-seen.ts';
import { keyed, WeekFields } from './week-fields.tsx';

interface Props {
  readonly committeeId: string;
  readonly shown: HoursView;
}

const plain = ({ weekday, from, to, byAppointment }: KeyedBand): Band => ({
  weekday,
  from,
  to,
  byAppointment,
});
/** What somebody else has set: the rest stands above the form as it did. */
const changedSince = (seen: HoursView, newer: HoursView): HoursView['items'] =>
  newer.items.filter(
    ({ validFrom, bands }) =>
      !seen.items.some((was) => was.validFrom === validFrom && sameWeek(was.bands, bands)),
  );
const weekOf = ({ items }: HoursView): readonly Band[] => items[0]?.bands ?? [];

/** Sets the hours from a day on; what was promised under the old hours is counted anew by the server. */
export const HoursForm = ({ committeeId, shown }: Props) => {
  const queries = useQueryClient();
  const [validFrom, setValidFrom] = useState(() => addDays(localMoment(new Date()).date, 1));
  const [bands, setBands] = useState<readonly KeyedBand[]>(() => weekOf(shown).map(keyed));
  const [fault, setFault] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const queryKey = ['hours', committeeId];
  const { seen, newer, take, wrote } = useSeen(shown, {
    fill: (hours) => {
      setBands(weekOf(hours).map(keyed));
      setFault(null);
      setSaved(false);
    },
    says: (hours) => sameWeek(bands, weekOf(hours)),
  });
  const save = useWrite(promiseEndpoints.setHours, (answer) => {
    queries.setQueryData(queryKey, answer);
    wrote(answer);
    setSaved(true);
  });
  const send = async (version: number): Promise<void> => {
    setSaved(false);
    const week = bands.map(plain);
    const wrong = week.length === 0 ? '请至少填一段时间' : weekFault(week);
    setFault(wrong);
    if (wrong !== null) return;
    const sent = await save.send({ body: { committeeId, validFrom, bands: week }, version });
    if (!sent) await queries.invalidateQueries({ queryKey });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send(seen.version);
  };
  return (
    <form onSubmit={submit} className="ui-paper ui-stack">
      <h2>改开放时间</h2>
      <Field label="从哪天起" error={save.trouble?.fields.validFrom} help={dayText(validFrom)}>
        {(tied) => (
          <Input
            {...tied}
            type="date"
            style={{ width: 220 }}
            value={validFrom}
            onChange={(e) => setValidFrom(e.target.value)}
          />
        )}
      </Field>
      <WeekFields bands={bands} change={setBands} />
      {fault === null ? null : <Alert type="warning" showIcon role="alert" title={fault} />}
      {newer !== null && conflicts(save.trouble) ? null : <WriteTrouble write={save} />}
      {newer === null ? null : (
        <NewerState
          what="开放时间"
          saving={save.sending}
          take={() => {
            save.forget();
            take(newer);
          }}
          keep={() => void send(newer.version)}
        >
          {changedSince(seen, newer).map((period) => (
            <HoursPeriod key={period.validFrom} shown={period} />
          ))}
        </NewerState>
      )}
      <div className="ui-row">
        <Button type="primary" htmlType="submit" loading={save.sending} disabled={newer !== null}>
          保存
        </Button>
        <span role="status" className="ui-quiet">
          {saved ? `已保存,从${dayText(validFrom)}起` : ''}
        </span>
      </div>
    </form>
  );
};
