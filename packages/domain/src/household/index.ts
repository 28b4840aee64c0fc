export {
  buildingPrefix,
  type Door,
  doorQueryToken,
  doorTokens,
  readBuilding,
  readDoor,
  readRoom,
} from './door.ts';
export { maskDoor, maskName, maskPhone, phoneDigits } from './mask.ts';
export { spelledInitials } from './pinyin.ts';
export { readQuery, type SearchReading } from './query.ts';
export { surnameOf } from './surnames.ts';
export { initialTokens, nameQueryTokens, nameTokens, normalName, phoneTokens } from './tokens.ts';
