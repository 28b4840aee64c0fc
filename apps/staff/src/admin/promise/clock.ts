/** A clock time as people type it (830, 8:30, 8:30 with a Chinese colon) as `08:30`; what is no time stays as typed. */
export const clockOf = (typed: string): string => {
  const text = typed.trim().replace('\uff1a', ':');
  const read = /^(\d{1,2}):?(\d{2})$/.exec(text);
  if (read === null) return text;
  const [hour, minute] = [Number(read[1]), Number(read[2])];
  if (hour > 23 || minute > 59) return text;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};
