export * from './case.ts';
export * from './encounter.ts';
export * from './event.ts';
export * from './paper.ts';
export * from './rating.ts';
