export * from './decision.ts';
export * from './local.ts';
export * from './paper.ts';
export * from './print.ts';
