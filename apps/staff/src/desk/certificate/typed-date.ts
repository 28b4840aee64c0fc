/** A date as people type it (2018年3月1日, 2018.3.1, 20180301) as it travels; anything else as it was typed. */
export const typedDate = (text: string): string => {
  const plain = text.normalize('NFKC').trim();
  const parts =
    /^(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (parts === null) return plain;
  const [, year = '', month = '', day = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};
