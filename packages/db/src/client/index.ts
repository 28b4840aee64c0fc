export { makePool, type PoolOptions } from './pool.ts';
export type { Database } from './schema.ts';
export { type Scope, scopeValue } from './scope.ts';
export { compile, type Statement, sqlFor, statement } from './statement.ts';
export { CommitRefused, inTransaction, Transaction } from './transaction.ts';
