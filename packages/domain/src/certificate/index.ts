export { type CertificateContent, fillTemplate, spokenDate } from './content.ts';
export {
  type Approval,
  type CertificateDecision,
  type CertificateOutcome,
  decideCertificate,
} from './decide-certificate.ts';
export { type CertificateKind, decidesHere, levelOf, prevailing } from './kind.ts';
export {
  ANY_CERTIFICATE,
  checkRuling,
  type LocalCertificate,
  type LocalRuling,
  rulingOf,
} from './local.ts';
export { certificateNumber, NUMBER_NOTE } from './number.ts';
export { type HelpingOffice, helpingOffice, type OfficeStanding } from './office.ts';
export {
  afterPaperStep,
  firstStatus,
  PAPER_STATUS_LABELS,
  PAPER_STATUSES,
  PAPER_TABLE,
  type PaperActor,
  type PaperStatus,
  type PaperStep,
  paperSteps,
  VOID_REASONS,
  type VoidReason,
} from './paper-table.ts';
export {
  CERTIFICATE_QUESTIONS,
  CERTIFICATE_TODO,
  type CertificateAnswers,
  type CertificateQuestion,
  type CertificateTodo,
} from './questions.ts';
export { directionTo, refusalReason } from './say.ts';
export {
  approvalOf,
  type CertificateTemplate,
  FIELD_MAX,
  isIdNumber,
  type TemplateFault,
  type TemplateField,
  type TemplateValues,
  templateFaults,
  templatesFor,
} from './template.ts';
