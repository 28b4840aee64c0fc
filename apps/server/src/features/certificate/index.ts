export { certificateRoutes } from './certificate.routes.ts';
export { type CertificateList, certificateList } from './certificate-list.ts';
export { issuedContent } from './issue.ts';
export type { DraftContent } from './paper.store.ts';
export { hashOf } from './paper-view.ts';
