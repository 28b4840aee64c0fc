export { makePool, type PoolOptions } from './pool.ts';
export { type Scope, scopeValue } from './scope.ts';
export { type Statement, statement } from './statement.ts';
export { CommitRefused, inTransaction, Transaction } from './transaction.ts';
