import { existsSync } from 'node:fs';
import type { ResidentPages } from '@qzt/contract/portal';
import { Refusal } from '../refusal.ts';

const BUILT = new URL('../../../../resident/dist/pages.js', import.meta.url);

/** The residents' pages as they were built. Without a build they say what to do; everything else works all the same. */
export async function builtResidentPages(): Promise<ResidentPages> {
  if (existsSync(BUILT)) return (await import(BUILT.href)) as ResidentPages;
  return {
    track: () => {
      throw new Refusal('not-ready', { detail: '页面还没有构建,请运行 npm run build' });
    },
  };
}
