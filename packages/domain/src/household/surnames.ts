/**
 * Surnames of two characters that are still in use (standing: composed, from general knowledge; a name that begins
 * with another one shows its first character only, which hides more and not less).
 */
export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 夏侯 司徒 端木 长孙 宇文 轩辕 南宫 申屠 澹台 百里 呼延 闻人 钟离 赫连 独孤 公冶 太史 淳于 单于 司空'.split(
    ' ',
  ),
);

/**
 * The commoner surnames of one character (standing: composed, from general knowledge). They only decide whether words
 * at the desk look like somebody's name; whoever bears another one is found by his telephone, door or initials, or by
 * the search that the worker asks for himself.
 */
export const SURNAMES: ReadonlySet<string> = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来缪蒲沙郁应沃娄虞计伊储宗荣奚'.split(
    '',
  ),
);

/** The surname at the beginning of a text; '' where it begins with none that is known here. */
export function surnameOf(text: string): string {
  const characters = [...text];
  const two = characters.slice(0, 2).join('');
  if (COMPOUND_SURNAMES.has(two)) return two;
  const [first = ''] = characters;
  return SURNAMES.has(first) ? first : '';
}
