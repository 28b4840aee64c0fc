export { tidy, tidyTask } from './tidy.ts';
