export { type SealFrom, sealAudit, sealTask } from './seal.ts';
export { type ChainReport, verifyAudit } from './verify.ts';
