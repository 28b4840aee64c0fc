import { pinyin } from 'pinyin-pro';

/** The pinyin initials of a name, as people type them: 单晓峰 is sxf, because the surname is read Shan. */
export const initialsOf = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head' }).join('');
