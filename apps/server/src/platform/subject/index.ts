export * from './personal-text.ts';
export * from './subject-key.ts';
