import { phoneDigits, readBuilding, readDoor, readRoom, surnameOf } from '../household/index.ts';

/** Somebody whom the words at the desk point to. */
export interface PersonSought {
  readonly by: 'name' | 'initials' | 'phone' | 'door';
  /** What is searched for. */
  readonly q: string;
  /** Known besides: of those found, the ones of this surname are meant. */
  readonly surname?: string;
}

/** What the one input of the desk may mean, by the shape of what stands in it. */
export interface InputReading {
  /** The words for the item finder, without doors, telephones and forms of address; '' where nothing else was said. */
  readonly matter: string;
  /** Whom to look for; null where no shape of a person is in it. */
  readonly person: PersonSought | null;
  /** The number of a case, as it is written in the records. */
  readonly caseNumber: string | null;
  /** A telephone that can be kept although nobody is found for it; a name likewise. */
  readonly phone: string | null;
  readonly name: string | null;
}

const CASE_NUMBER = /^(\d{6})-?(\d{6})$/;
const WHOLE_PHONE = /^\+?[\d\s()-]{7,24}$/;
/** Longer letters are pinyin, of a name or of a matter. */
const MOST_INITIALS = 4;
const INITIALS = /^[a-z]{2,24}$/i;
const MOBILE_INSIDE = /(?<!\d)(?:\+?86[-\s]?)?1\d{2}[-\s]?\d{4}[-\s]?\d{4}(?!\d)/;
const LAND_LINE_INSIDE = /(?<!\d)(?:021-?)?\d{8}(?!\d)/;
const DOOR_INSIDE =
  /(?<!\d)\d{1,4}[a-z]?\s*(?:号楼|号|幢|栋|座|楼|#|-|\/)\s*(?:\d{1,2}(?:单元|门|-|\/))?\d{3,4}[a-z]?(?!\d)室?/i;
const TITLES =
  '阿姨|阿婆|阿伯|伯伯|爷叔|爷爷|奶奶|大爷|大妈|大娘|大伯|大叔|大姐|大哥|叔叔|师傅|老师|先生|女士|小姐|同志|老伯|老太太|老太|医生|书记|主任|家';
const ADDRESSED = new RegExp(`(?:老|小)?(?<surname>[\\p{Script=Han}]{1,2}?)(?:${TITLES})`, 'gu');
const NAMED =
  /(?:我叫|名叫|叫做|我是|姓名[::是]?)\s*(?<name>[\p{Script=Han}·]{2,4})(?=$|[\s,,。;;、!!])/u;
const NAME = /^[\p{Script=Han}·]{2,4}$/u;
/** Words that join what was cut out to the rest. */
const LEFT_OVER = /^(?:[\s,,。;;、::]|住在|住|的(?=[\s,,]))+|[\s,,。;;、::]+$/gu;

const nothing: Omit<InputReading, 'matter'> = {
  person: null,
  caseNumber: null,
  phone: null,
  name: null,
};

/** The whole input is a number, a door, a telephone, letters or a name. */
function readWhole(text: string): Omit<InputReading, 'matter'> | null {
  const number = CASE_NUMBER.exec(text);
  if (number !== null && text.includes('-'))
    return { ...nothing, caseNumber: `${number[1]}-${number[2]}` };
  // A door may look like a long number with dashes, so it is read first.
  if (readDoor(text) !== undefined || readRoom(text) !== undefined)
    return { ...nothing, person: { by: 'door', q: text } };
  if (WHOLE_PHONE.test(text)) {
    const digits = phoneDigits(text);
    const found = { ...nothing, person: { by: 'phone' as const, q: digits }, phone: digits };
    return number === null ? found : { ...found, caseNumber: `${number[1]}-${number[2]}` };
  }
  const inBuilding = readInBuilding(text);
  if (inBuilding !== null) return inBuilding;
  const addressed = withoutAddress(text);
  if (addressed.rest === '' && addressed.surname !== '') {
    const { surname } = addressed;
    return { ...nothing, person: { by: 'name', q: surname, surname }, name: text };
  }
  if (/^\d{4}$/.test(text)) return { ...nothing, person: { by: 'phone', q: text } };
  if (INITIALS.test(text)) return { ...nothing, person: { by: 'initials', q: text } };
  if (NAME.test(text) && isName(text))
    return { ...nothing, person: { by: 'name', q: text }, name: text };
  return null;
}

const BUILDING_AND = /^(.*?(?:号楼|[号幢栋座#/-]))\s*(\p{Script=Han}{0,5})$/u;

/** 3号楼, 3/, 3号楼 张, 3号楼张阿姨: whoever lives in the building, of the surname that is said. */
function readInBuilding(text: string): Omit<InputReading, 'matter'> | null {
  const [, building = '', said = ''] = BUILDING_AND.exec(text) ?? [];
  if (readBuilding(building) === undefined) return null;
  if (said === '') return { ...nothing, person: { by: 'door', q: building } };
  const { rest, surname: called } = withoutAddress(said);
  const addressed = rest === '' ? called : '';
  const surname = surnameOf(said) === said ? said : addressed;
  // 3号楼漏水 is a matter.
  if (surname === '') return null;
  return { ...nothing, person: { by: 'door', q: `${building}${surname}`, surname } };
}

const isName = (text: string): boolean => {
  const surname = surnameOf(text);
  return surname !== '' && [...text].length > [...surname].length;
};

/**
 * Two to four characters may be a name or a matter (高龄津贴), and so may letters that are too many for initials
 * (jinglaoka): both are looked for.
 */
const maybeMatter = (text: string, person: PersonSought | null): boolean =>
  (person?.by === 'name' && person.surname === undefined) ||
  (person?.by === 'initials' && text.length > MOST_INITIALS);

/** 王阿姨, 老李师傅: the surname, and the words without the form of address. */
function withoutAddress(text: string): { rest: string; surname: string } {
  let surname = '';
  const rest = text.replace(ADDRESSED, (whole, _1, _2, _3, groups: { surname: string }) => {
    const found = surnameOf(groups.surname.replace(/^[老小]/, ''));
    // 我家, 老师: no surname stands before it, so nobody is addressed.
    if (found === '' || found !== groups.surname.replace(/^[老小]/, '')) return whole;
    surname ||= found;
    return '';
  });
  return { rest, surname };
}

/**
 * Reads the one input of the desk by its shape: a case's number, a door, a telephone, initials or a name stand alone;
 * in a sentence, doors, telephones and forms of address are taken out for the finder and used to find the resident
 * (王阿姨住3号楼502,要办敬老卡 → 要办敬老卡; 3号楼502 of the surname 王). Standing of the word lists: composed.
 */
export function readInput(input: string): InputReading {
  const text = input.normalize('NFKC').trim();
  const whole = readWhole(text);
  if (whole !== null) return { ...whole, matter: maybeMatter(text, whole.person) ? text : '' };
  return readSentence(text);
}

function readSentence(text: string): InputReading {
  const door = DOOR_INSIDE.exec(text)?.[0];
  const withoutDoor = door === undefined ? text : text.replace(door, ' ');
  const phone = (MOBILE_INSIDE.exec(withoutDoor) ?? LAND_LINE_INSIDE.exec(withoutDoor))?.[0];
  const withoutPhone = phone === undefined ? withoutDoor : withoutDoor.replace(phone, ' ');
  const named = NAMED.exec(withoutPhone);
  const name = named?.groups?.name;
  const known = name !== undefined && isName(name) ? name : null;
  const unnamed = known === null || !named ? withoutPhone : withoutPhone.replace(named[0], ' ');
  const { rest, surname } = withoutAddress(unnamed);
  const matter = rest.replace(/\s+/g, ' ').replace(LEFT_OVER, '').trim();
  const digits = phone === undefined ? null : phoneDigits(phone);
  return {
    matter,
    caseNumber: null,
    phone: digits,
    name: known,
    person: personOf({ door, digits, known, surname }),
  };
}

function personOf(found: {
  readonly door: string | undefined;
  readonly digits: string | null;
  readonly known: string | null;
  readonly surname: string;
}): PersonSought | null {
  const surname = found.known === null ? found.surname : surnameOf(found.known);
  const also = surname === '' ? {} : { surname };
  if (found.digits !== null) return { by: 'phone', q: found.digits };
  if (found.known !== null) return { by: 'name', q: found.known };
  if (found.door !== undefined) return { by: 'door', q: found.door.replace(/\s+/g, ''), ...also };
  // A surname alone is half the committee: nobody is looked up for it.
  return null;
}
