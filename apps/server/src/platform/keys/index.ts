export * from './id-code.ts';
export * from './keyring.ts';
export * from './seal.ts';
