/** One group of buildings of a committee as an address begins with it. */
export interface Estate {
  readonly name: string;
}

/** A committee's place in the composed subdistrict. */
export interface CommitteePlace {
  /** As in 林云居委会, without the last three characters. */
  readonly name: string;
  readonly estates: readonly Estate[];
}

/** Invented: Shanghai has no such district and subdistrict, and an address of it leads nowhere. */
export const districtName = '澄江区';
export const subdistrictName = '望潮街道';

const estatesOf: Readonly<Record<string, readonly string[]>> = {
  林云: ['林云一村'],
  望潮: ['望潮新村', '望潮路66弄'],
  听泉: ['听泉路118弄'],
  松月: ['松月二村'],
  晴川: ['晴川路280弄', '晴川路296弄'],
  锦溪: ['锦溪三村'],
  芦荻: ['芦荻苑'],
  白鹭: ['白鹭湾花园'],
  云栖: ['云栖路35弄', '云栖小筑'],
  怀竹: ['怀竹四村'],
  春申里: ['春申里'],
  梧桐里: ['梧桐里', '梧桐路9弄'],
  长虹: ['长虹五村'],
  星河: ['星河路501弄'],
  荷塘: ['荷塘一村', '荷塘二村'],
  青枫: ['青枫路77弄'],
  银杏: ['银杏家园'],
  海棠: ['海棠新村'],
  沁园: ['沁园路160弄'],
  朝晖: ['朝晖三村'],
  采薇: ['采薇路12弄', '采薇路18弄'],
  鹿鸣: ['鹿鸣苑'],
  流芳: ['流芳路233弄'],
  知春: ['知春二村'],
  澄心: ['澄心里'],
  安澜: ['安澜路400弄'],
  永乐里: ['永乐里', '永乐路21弄'],
  同心: ['同心六村'],
  和畅: ['和畅新苑'],
  惠风: ['惠风路88弄'],
};

/** The 30 committees of the subdistrict; the first is the demonstration committee. */
export const committeePlaces: readonly CommitteePlace[] = Object.entries(estatesOf).map(
  ([name, estates]) => ({ name, estates: estates.map((estate) => ({ name: estate })) }),
);
