export * from './colours.ts';
export * from './field.tsx';
export * from './keys.ts';
export * from './moment.ts';
export * from './states.tsx';
export * from './theme.tsx';
