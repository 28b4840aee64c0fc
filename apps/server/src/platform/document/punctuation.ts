const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
};

const full = (mark: string): string => FULL[mark] ?? mark;
const AFTER_HAN = /([\p{Script=Han}”’》）])([,;:!?])/gu;
const BEFORE_HAN = /([,;:!?])(?=[\p{Script=Han}“‘《（])/gu;
const BRACKETS = /\(([^()]*\p{Script=Han}[^()]*)\)/gu;

/**
 * Chinese text with the full-width marks that an office's paper has; screens and data use the narrow ones. Marks inside
 * figures and foreign words stay (`8:00-16:30`). For texts of ours: what people wrote is printed as they wrote it.
 */
export const onPaper = (text: string): string =>
  text
    .replace(BRACKETS, '（$1）')
    .replace(AFTER_HAN, (_, before: string, mark: string) => before + full(mark))
    .replace(BEFORE_HAN, (mark: string) => full(mark));
