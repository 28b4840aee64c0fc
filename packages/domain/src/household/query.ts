import { buildingPrefix, doorQueryToken, readBuilding, readDoor, readRoom } from './door.ts';
import { phoneDigits } from './mask.ts';
import { spelledInitials } from './pinyin.ts';
import { surnameOf } from './surnames.ts';
import { nameQueryTokens } from './tokens.ts';

/** One way to read a search; a resident is found if all its tokens of that kind are filed for him. */
export interface SearchReading {
  readonly kind: 'name' | 'initials' | 'phone' | 'door' | 'building';
  /** Of a building: how the keys of its doors begin. */
  readonly tokens: readonly string[];
  /** Of those found, the ones whose name is spelled so in pinyin: wangxiuying. */
  readonly spelled?: string;
  /** Of those found, the ones whose name begins so: 张 behind 3号楼, or a surname alone. */
  readonly begins?: string;
}

/**
 * How the words in the search box can be meant, likeliest first; more than one where they are ambiguous (four digits
 * are the end of a telephone number or a room). Empty where nothing can be looked up.
 */
export function readQuery(q: string): SearchReading[] {
  const text = q.normalize('NFKC').trim();
  const readings: SearchReading[] = [];
  const compact = text.replace(/[\s()-]/g, '');
  const digits = phoneDigits(text);
  const isNumber = /^\+?\d+$/.test(compact) && digits.length >= 7;
  if (isNumber || /^\d{4}$/.test(text)) {
    readings.push({ kind: 'phone', tokens: [digits] });
  }
  const door = readDoor(text);
  if (door !== undefined) readings.push({ kind: 'door', tokens: [doorQueryToken(door)] });
  const room = readRoom(text);
  if (room !== undefined) readings.push({ kind: 'door', tokens: [room] });
  readings.push(...buildingReadings(text));
  if (/^[a-z]{2,6}$/i.test(compact)) {
    readings.push({ kind: 'initials', tokens: [compact.toLowerCase()] });
  }
  if (/^[a-z]{4,24}$/i.test(compact)) readings.push(...spelledReadings(compact.toLowerCase()));
  const named = !/\d/.test(text) && /\p{L}/u.test(text);
  const tokens = named ? nameQueryTokens(text) : [];
  // Whoever bears a surname comes before those in whose given name it stands.
  if (tokens.length > 0 && surnameOf(text) === text)
    readings.push({ kind: 'name', tokens, begins: text });
  if (tokens.length > 0) readings.push({ kind: 'name', tokens });
  return readings;
}

const spelledReadings = (spelled: string): SearchReading[] =>
  spelledInitials(spelled).map((initials) => ({ kind: 'initials', tokens: [initials], spelled }));

/** `3号楼`, and `3号楼 张` with the beginning of a name. */
function buildingReadings(text: string): SearchReading[] {
  const whole = readBuilding(text);
  if (whole !== undefined) return [{ kind: 'building', tokens: [buildingPrefix(whole)] }];
  const [, before = '', name = ''] =
    /^(.*?(?:号楼|[号幢栋座#/-]))\s*(\p{Script=Han}{1,4})$/u.exec(text) ?? [];
  const building = readBuilding(before);
  if (building === undefined) return [];
  return [{ kind: 'building', tokens: [buildingPrefix(building)], begins: name }];
}
