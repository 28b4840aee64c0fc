export { copyInto } from './copy-into.ts';
export type { CopyValue } from './copy-line.ts';
