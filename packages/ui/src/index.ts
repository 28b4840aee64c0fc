export * from './colours.ts';
export * from './field.tsx';
export * from './keys.ts';
export * from './moment.ts';
export * from './moment-field.tsx';
export * from './spoken-day.ts';
export * from './states.tsx';
export * from './theme.tsx';
