/** Residents write sentences, not letters: what comes after is cut, so that no input costs more than this many characters. */
export const longestQuery = 200;

/**
 * Traditional characters that residents of Shanghai do type (from Hong Kong or Taiwanese keyboards), where one character
 * stands for one. Only characters that occur in matters of a committee; a full conversion is not worth its table.
 */
const traditional =
  '開关開开關关證证補补請请醫医險险護护養养老老殘残災灾婦妇兒儿孫孙電电話话樓楼門门' +
  '鎖锁壞坏換换領领辦办務务區区衛卫藥药費费錢钱產产業业職职單单獨独獎奖幫帮貧贫學学' +
  '費费戶户籍籍遷迁記记報报訴诉調调爭争議议戀恋愛爱離离婚婚輪轮椅椅維维繕缮漏漏沖冲' +
  '燈灯氣气煤煤車车庫库違违搭搭狗狗貓猫蟲虫鼠鼠飯饭餐餐買买賣卖傘伞剪剪髮发頭头腦脑' +
  '機机銀银號号碼码認认識识視视頻频網网絡络長长護护齡龄優优撫抚軍军隊队參参選选舉举' +
  '從从這这個个們们為为麼么嗎吗會会來来時时間间誰谁還还沒没裡里裏里對对過过進进聯联繫系';

const simplified = new Map<string, string>();
const pairs = Array.from(traditional);
for (let i = 0; i + 1 < pairs.length; i += 2) simplified.set(pairs[i] ?? '', pairs[i + 1] ?? '');

/**
 * One spelling for one thing: half width, lower case, simplified, everything that is no letter, digit or Han character a
 * single space; at most `longestQuery` characters. Never throws, broken surrogates included.
 */
export const normalise = (words: string): string => normaliseTo(words, longestQuery);

/** As `normalise`, but of as many characters as are asked for. */
export function normaliseTo(words: string, longest: number): string {
  const plain = cut(words.slice(0, 2 * longest), longest)
    .normalize('NFKC')
    .toLowerCase();
  const letters = Array.from(plain, (letter) => simplified.get(letter) ?? letter).join('');
  return cut(letters.replace(/[^\p{L}\p{N}]+/gu, ' ').trim(), longest).trim();
}

/** By whole characters, so that no half of a surrogate pair is left at the end. */
const cut = (text: string, longest: number): string => Array.from(text).slice(0, longest).join('');
