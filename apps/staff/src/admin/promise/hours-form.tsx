import { promiseEndpoints } from '@qzt/contract/promise';
import { addDays, dayText, Field, localMoment } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../platform/use-write.ts';
import { WriteTrouble } from '../page.tsx';
import { BandRow, type KeyedBand } from './band-row.tsx';
import { type Band, WEEKDAYS, weekFault } from './bands.ts';

interface Props {
  readonly committeeId: string;
  readonly start: readonly Band[];
}

const keyed = (band: Band): KeyedBand => ({ ...band, key: crypto.randomUUID() });
const plain = ({ weekday, from, to, byAppointment }: KeyedBand): Band => ({
  weekday,
  from,
  to,
  byAppointment,
});

/** Sets the hours from a day on; what was promised under the old hours is counted anew by the server. */
export const HoursForm = ({ committeeId, start }: Props) => {
  const queries = useQueryClient();
  const [validFrom, setValidFrom] = useState(() => addDays(localMoment(new Date()).date, 1));
  const [bands, setBands] = useState<readonly KeyedBand[]>(() => start.map(keyed));
  const [fault, setFault] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const save = useWrite(promiseEndpoints.setHours, async () => {
    setSaved(true);
    await queries.invalidateQueries({ queryKey: ['hours', committeeId] });
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setSaved(false);
    const week = bands.map(plain);
    const wrong = week.length === 0 ? '请至少填一段时间' : weekFault(week);
    setFault(wrong);
    if (wrong === null) void save.send({ body: { committeeId, validFrom, bands: week } });
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
      {WEEKDAYS.map((name, index) => (
        <fieldset key={name} style={{ border: 0, margin: 0, padding: 0 }} className="ui-row">
          <legend>{name}</legend>
          {bands
            .filter((band) => band.weekday === index + 1)
            .map((band) => (
              <BandRow
                key={band.key}
                day={name}
                band={band}
                change={(next) => setBands(bands.map((b) => (b.key === band.key ? next : b)))}
                remove={() => setBands(bands.filter((b) => b.key !== band.key))}
              />
            ))}
          <Button
            size="small"
            aria-label={`${name}加一段`}
            onClick={() =>
              setBands([
                ...bands,
                keyed({ weekday: index + 1, from: '', to: '', byAppointment: false }),
              ])
            }
          >
            加一段
          </Button>
        </fieldset>
      ))}
      {fault === null ? null : <Alert type="warning" showIcon role="alert" title={fault} />}
      <WriteTrouble write={save} />
      <div className="ui-row">
        <Button type="primary" htmlType="submit" loading={save.sending}>
          保存
        </Button>
        <span role="status" className="ui-quiet">
          {saved ? `已保存,从${dayText(validFrom)}起` : ''}
        </span>
      </div>
    </form>
  );
};
