import type { ResidentFile, ResidentHit } from '@qzt/contract/household';

const SEX: Readonly<Record<'f' | 'm', string>> = { f: '女', m: '男' };

/** Sex and age, as far as they are known: ` · 女 74岁`. */
export const aboutText = ({ sex, age }: Pick<ResidentHit, 'sex' | 'age'>): string => {
  const parts = [sex === undefined ? '' : SEX[sex], age === undefined ? '' : `${age}岁`];
  const text = parts.filter((part) => part !== '').join(' ');
  return text === '' ? '' : ` · ${text}`;
};

export const OUTCOME_LABELS: Readonly<Record<ResidentFile['contacts'][number]['outcome'], string>> =
  {
    settled: '当场办好',
    advice: '已答复',
    referred: '已指路',
    refused: '不予办理',
    case: '已登记',
  };
