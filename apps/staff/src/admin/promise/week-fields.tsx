import { Button } from 'antd';
import { BandRow, type KeyedBand } from './band-row.tsx';
import { type Band, WEEKDAYS } from './bands.ts';

export const keyed = (band: Band): KeyedBand => ({ ...band, key: crypto.randomUUID() });

interface Props {
  readonly bands: readonly KeyedBand[];
  readonly change: (bands: readonly KeyedBand[]) => void;
}

/** A week of opening hours to edit, day by day. */
export const WeekFields = ({ bands, change }: Props) => (
  <>
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
              change={(next) => change(bands.map((b) => (b.key === band.key ? next : b)))}
              remove={() => change(bands.filter((b) => b.key !== band.key))}
            />
          ))}
        <Button
          size="small"
          aria-label={`${name}加一段`}
          onClick={() =>
            change([
              ...bands,
              keyed({ weekday: index + 1, from: '', to: '', byAppointment: false }),
            ])
          }
        >
          加一段
        </Button>
      </fieldset>
    ))}
  </>
);
