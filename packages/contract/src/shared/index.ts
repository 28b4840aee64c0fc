import './messages.ts';

export * from './client.ts';
export * from './endpoint.ts';
export * from './list.ts';
export * from './problem.ts';
export * from './text.ts';
