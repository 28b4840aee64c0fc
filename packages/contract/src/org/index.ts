export * from './session.ts';
export * from './setup.ts';
export * from './staff.ts';
