const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge 浏览器'],
  [/QQBrowser\//, 'QQ 浏览器'],
  [/Firefox\//, 'Firefox 浏览器'],
  [/Chrome\//, 'Chrome 浏览器'],
  [/Safari\//, 'Safari 浏览器'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/Android/, '安卓'],
  [/iPhone|iPad/, '苹果手机或平板'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];

const firstOf = (table: typeof BROWSERS, text: string): string | undefined =>
  table.find(([pattern]) => pattern.test(text))?.[1];

/** What a browser says of itself, as a person would call it; anything unknown is shown as it is. */
export const deviceText = (agent: string): string => {
  const names = [firstOf(SYSTEMS, agent), firstOf(BROWSERS, agent)].filter((n) => n !== undefined);
  return names.length === 0 ? agent : names.join(' · ');
};
