import type { OpeningBand } from '@qzt/domain/promise';
import { content } from '../../platform/content.ts';
import type { Work } from '../../platform/transact.ts';
import { type HoursEntry, setHoursFrom } from './hours.store.ts';

interface Preset {
  readonly id: string;
  readonly standing: string;
  readonly where: string;
  readonly weekly: readonly (Omit<OpeningBand, 'weekday'> & {
    readonly weekdays: readonly number[];
  })[];
}

/** The first hours of a new subdistrict, until somebody enters its own: in force since ever. */
const SINCE = '2000-01-01';

/**
 * The hours that a new subdistrict and the demonstration start with: a preset of another city, shown as that, since no
 * clock times of Shanghai were found. Errors: Error where the shipped content does not have it.
 */
export async function presetHours(): Promise<Pick<HoursEntry, 'bands' | 'standing' | 'where'>> {
  const { presets } = await content<{ presets: readonly Preset[] }>('shifts/presets.json');
  const preset = presets.find(({ id }) => id === 'weekday-plain');
  if (preset === undefined)
    throw new Error('the preset weekday-plain is missing from content/shifts');
  const bands = preset.weekly.flatMap(({ weekdays, from, to, byAppointment }) =>
    weekdays.map((weekday) => ({ weekday, from, to, byAppointment })),
  );
  const { standing, where } = preset;
  return { bands, standing, where };
}

/** Gives a new subdistrict the preset hours. Errors: as `presetHours`. */
export async function startWithPresetHours(work: Work, orgId: string): Promise<void> {
  setHoursFrom(work, { orgId, validFrom: SINCE, ...(await presetHours()) });
}
