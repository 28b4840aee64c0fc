/** A door as people write it, taken apart. `estate` is what stands before the building and may be ''. */
export interface Door {
  readonly estate: string;
  readonly building: string;
  readonly unit?: string;
  readonly room: string;
}

const SEPARATOR = '(?:号楼|号|幢|栋|座|楼|#|-|/)';
const DOOR = new RegExp(
  `^(?<estate>.*?)(?<building>\\d{1,4}[a-z]?)${SEPARATOR}(?:(?<unit>\\d{1,2})(?:单元|门|-|/))?(?<room>\\d{1,4}[a-z]?)室?$`,
);
const ROOM = /^(\d{3,4}[a-z]?)室?$/;

/**
 * Reads a door: `3号楼502`, `3-502`, `3幢2单元502室`, `林云一村3号502室`, `林云路100弄3号502室`; wide digits and spaces do not
 * matter. Undefined where the text has no building and room.
 */
export function readDoor(text: string): Door | undefined {
  const groups = DOOR.exec(normalized(text))?.groups;
  if (groups === undefined) return undefined;
  const { estate = '', building = '', unit, room = '' } = groups;
  return {
    estate,
    building: plain(building),
    ...(unit === undefined ? {} : { unit: plain(unit) }),
    room: plain(room),
  };
}

/** Reads a room alone, `502` or `1502室`: enough to find a neighbour in a building at hand. */
export function readRoom(text: string): string | undefined {
  const room = ROOM.exec(normalized(text))?.[1];
  return room === undefined ? undefined : plain(room);
}

const BUILDING = /^(?<estate>.*?)(?<building>\d{1,4}[a-z]?)(?:号楼|号|幢|栋|座|#|-|\/)$/;
/** Without one of these in front, what stands before the number is said of something else (灯坏了3号楼). */
const ESTATE = /(?:^|村|苑|园|弄|路|里|坊|城|庭|区)$/;

/** Reads a building without a room: `3号楼`, `3/`, `林云一村3号`. Undefined where it is none; 3楼 is a floor. */
export function readBuilding(text: string): string | undefined {
  const groups = BUILDING.exec(normalized(text))?.groups;
  if (groups === undefined || !ESTATE.test(groups.estate ?? '')) return undefined;
  return plain(groups.building ?? '');
}

/** How the keys of all doors of a building begin. */
export const buildingPrefix = (building: string): string => `${building}/`;

/** The keys under which a door is filed: its room, the room in its building, and with the unit where there is one. */
export function doorTokens(door: Pick<Door, 'building' | 'unit' | 'room'>): string[] {
  const building = plain(normalized(door.building));
  const room = plain(normalized(door.room));
  const tokens = [room, `${building}/${room}`];
  if (door.unit !== undefined) tokens.push(`${building}/${plain(normalized(door.unit))}/${room}`);
  return tokens;
}

/** The narrowest key of a door that was asked for; `doorTokens` of every door that it can mean holds it. */
export function doorQueryToken(door: Door): string {
  return doorTokens(door).at(-1) ?? door.room;
}

function normalized(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/[—–-]+/g, '-');
}

/** 03 and 3 are the same building. */
function plain(number: string): string {
  return number.replace(/^0+(?=\d)/, '');
}
