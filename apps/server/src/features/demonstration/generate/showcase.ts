import type { SeededRandom } from '@qzt/testkit';
import type { PaperStory } from './certificate-paper.ts';
import type { Matter, Stage } from './matter.ts';
import { otherMatters } from './texts.ts';
import type { World } from './world.ts';

interface Shown {
  /** An item, or nothing for a matter on no list. */
  readonly code?: string;
  /** So many open days ago. Its limit in days makes it due today, less is due later, more is late. */
  readonly back: number;
  readonly clock: string;
  /** 0: whoever is at the desk today, 1: the head, 2 and more: colleagues. */
  readonly by: number;
  readonly stage: Stage;
  readonly paper?: PaperStory;
  /** A paper that is refused, by its code in the lists. */
  readonly refused?: string;
}

/**
 * What every screen shows something of: due today, due tomorrow, late, waiting, answered and silent, contested, urgent,
 * confidential, handed to a colleague, with a provider, with the offices and the service centre.
 */
const SHOWN: readonly Shown[] = [
  { code: 'BJM-039', back: 1, clock: '15:40', by: 0, stage: 'registered' },
  { code: 'BJM-005', back: 3, clock: '09:20', by: 0, stage: 'accepted' },
  { code: 'BJM-057', back: 5, clock: '10:05', by: 0, stage: 'accepted' },
  { code: 'BJM-009', back: 2, clock: '14:10', by: 0, stage: 'accepted' },
  { code: 'BJM-022', back: 2, clock: '10:40', by: 0, stage: 'secondAsk' },
  { code: 'BJM-034', back: 4, clock: '09:50', by: 0, stage: 'answered' },
  { code: 'BJM-060', back: 3, clock: '16:05', by: 0, stage: 'answered' },
  { code: 'BJM-006', back: 6, clock: '13:50', by: 0, stage: 'toOffice' },
  { code: 'BJM-049', back: 6, clock: '09:10', by: 0, stage: 'contested' },
  { code: 'LJL-013', back: 1, clock: '09:35', by: 0, stage: 'dispatched' },
  { code: 'BJM-059', back: 1, clock: '11:05', by: 0, stage: 'handedOver' },
  { code: 'BJM-018', back: 10, clock: '10:15', by: 1, stage: 'toOffice' },
  { code: 'BJM-053', back: 9, clock: '14:30', by: 1, stage: 'accepted' },
  { back: 16, clock: '10:50', by: 1, stage: 'accepted' },
  { code: 'BJM-059', back: 1, clock: '14:20', by: 1, stage: 'accepted' },
  { code: 'BJM-036', back: 2, clock: '09:05', by: 1, stage: 'toCentre' },
  { code: 'BJM-014', back: 5, clock: '15:10', by: 1, stage: 'answered' },
  { code: 'BJM-056', back: 8, clock: '15:20', by: 1, stage: 'waiting' },
  { code: 'BJM-051', back: 1, clock: '16:20', by: 2, stage: 'toDesk' },
  { code: 'BJM-026', back: 4, clock: '10:30', by: 2, stage: 'handedOver' },
  { code: 'BJM-003', back: 15, clock: '09:15', by: 2, stage: 'toCentre' },
  { code: 'BJM-042', back: 22, clock: '10:20', by: 3, stage: 'toCentre' },
  { code: 'BJM-031', back: 21, clock: '14:05', by: 3, stage: 'toOffice' },
  { code: 'BJM-008', back: 7, clock: '09:45', by: 4, stage: 'toCentre' },
  { code: 'BJM-054', back: 2, clock: '15:35', by: 3, stage: 'toHead' },
  { back: 11, clock: '11:00', by: 2, stage: 'toDistrict' },
  { back: 4, clock: '13:55', by: 4, stage: 'contested' },
  { code: 'BJM-060', back: 1, clock: '14:40', by: 2, stage: 'accepted', paper: 'waiting' },
  { code: 'BJM-060', back: 2, clock: '09:35', by: 0, stage: 'answered', paper: 'issued' },
  { code: 'BJM-060', back: 3, clock: '10:25', by: 3, stage: 'answered', paper: 'voided' },
  { code: 'BJM-061', back: 3, clock: '15:25', by: 0, stage: 'registered', refused: 'NEG-01' },
  { code: 'BJM-061', back: 5, clock: '10:50', by: 2, stage: 'registered', refused: 'NEG-13' },
];

/** A committee other than those of the demonstration's accounts shows less of it. */
const SHARE_ELSEWHERE = 0.5;

function matterOf(world: World, random: SeededRandom, date: string, shown: Shown): Matter {
  const item = shown.code === undefined ? undefined : world.items.get(shown.code);
  const other = random.pick(otherMatters);
  const refused = world.certificates.kinds.find(({ code }) => code === shown.refused);
  const by = world.staff[shown.by % world.staff.length] ?? world.head;
  return {
    startedAt: `${date}T${shown.clock}:00+08:00`,
    minutes: random.int(6, 18),
    channel: 'desk',
    words: item ? random.pick(item.body.phrasings) : other.words,
    ...(item ? { serviceItem: item.code } : { title: other.title }),
    ...(refused ? { words: `开个${refused.name}`, title: refused.name } : {}),
    outcome: 'case',
    journey: 1,
    shown: {
      by,
      stage: shown.stage,
      ...(shown.paper ? { paper: shown.paper } : {}),
      ...(shown.refused ? { refused: shown.refused } : {}),
    },
  };
}

/** The matters to show: all of them, or some. */
export function showcase(world: World, random: SeededRandom, everything: boolean): Matter[] {
  const anchor = world.desk.openFrom(world.today);
  const everywhere = ({ paper, refused }: Shown) => paper !== undefined || refused !== undefined;
  return SHOWN.filter(
    (shown) => everything || everywhere(shown) || random.chance(SHARE_ELSEWHERE),
  ).map((shown) => matterOf(world, random, world.desk.move(anchor, -shown.back), shown));
}
