import type { HoursView } from '@qzt/contract/promise';
import { dayText } from '@qzt/ui';
import { standingText } from '../../platform/standing.ts';
import { HoursWeek } from './hours-week.tsx';

/** The hours from a day on, with where they come from. */
export const HoursPeriod = ({ shown }: { shown: HoursView['items'][number] }) => (
  <>
    <h2>
      {dayText(shown.validFrom)}起
      <span className="ui-quiet">
        {' '}
        {standingText(shown.standing)}
        {shown.where === '' ? '' : ` · ${shown.where}`}
      </span>
    </h2>
    <HoursWeek bands={shown.bands} />
  </>
);
