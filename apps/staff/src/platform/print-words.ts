import type { Printout } from './print.ts';

/** What became of a paper, as a sentence that says what to do. */
export const printSaid = ({ outcome }: Pick<Printout, 'outcome'>): string =>
  outcome === 'sent'
    ? '已交给打印窗口。没看到打印窗口,就点“打开这张纸”,再按 Ctrl+P。'
    : '这个浏览器不能直接打印。请点“打开这张纸”,再按 Ctrl+P;或者存到电脑上打印。';

/** That something has to be written by hand; null where nothing has. */
export const byHandSaid = ({ missing }: Pick<Printout, 'missing'>): string | null =>
  missing.length === 0
    ? null
    : `有 ${missing.length} 个字打不出来(${missing.join(' ')}),纸上留了横线,请用手写上。`;
