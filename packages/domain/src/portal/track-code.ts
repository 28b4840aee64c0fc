/** What a printed code says: whose case it is, and the unguessable part. */
export interface TrackCode {
  /** Short code of the committee, as in every QR code. */
  readonly committee: string;
  readonly code: string;
}

/** Letters of the unguessable part: 26 of Crockford's alphabet hold 128 bits. */
const LENGTH = 26;
/** How people read and type what the alphabet leaves out. */
const MISREAD: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
const LETTER = /[0-9A-HJKMNP-TV-Z]/;
/** Nothing that is longer was printed by us. */
const LONGEST = 200;

/** As it stands in the QR code and under it. */
export const printTrackCode = ({ committee, code }: TrackCode): string => `${committee}-${code}`;

/**
 * Reads a code as people type it: small letters, spaces and dashes anywhere, O for 0, I or L for 1. Null for what is no
 * code at all.
 */
export function readTrackCode(text: string): TrackCode | null {
  const typed = text.normalize('NFKC').replaceAll(/\s/g, '');
  if (typed.length > LONGEST) return null;
  let code = '';
  let place = typed.length;
  while (place > 0 && code.length < LENGTH) {
    place -= 1;
    const letter = typed.charAt(place).toUpperCase();
    if (letter === '-') continue;
    const meant = MISREAD[letter] ?? letter;
    if (!LETTER.test(meant)) return null;
    code = meant + code;
  }
  const committee = typed.slice(0, place).replace(/-+$/, '').toLowerCase();
  return code.length === LENGTH && committee !== '' ? { committee, code } : null;
}
