import { catalogueEndpoints } from './catalogue/index.ts';
import {
  certificatePrintEndpoints,
  decisionEndpoints,
  localCertificateEndpoints,
  paperEndpoints,
} from './certificate/index.ts';
import { dangerEndpoints } from './danger/index.ts';
import { feedbackEndpoints } from './feedback/index.ts';
import { handOverEndpoints } from './hand-over/index.ts';
import { householdEndpoints } from './household/index.ts';
import { ledgerEndpoints } from './ledger/index.ts';
import { lendingEndpoints } from './lending/index.ts';
import { offlineKitEndpoints } from './offline-kit/index.ts';
import { sessionEndpoints, setupEndpoints, staffEndpoints } from './org/index.ts';
import { phonebookEndpoints } from './phonebook/index.ts';
import { practiceEndpoints } from './practice/index.ts';
import { promiseEndpoints } from './promise/index.ts';
import {
  caseEndpoints,
  encounterEndpoints,
  printEndpoints,
  ratingEndpoints,
} from './reception/index.ts';
import { worklistEndpoints } from './worklist/index.ts';

/** Every endpoint of the platform by its name: what the OpenAPI document and the typed client are made of. */
export const ENDPOINTS = {
  ...sessionEndpoints,
  ...setupEndpoints,
  ...staffEndpoints,
  ...catalogueEndpoints,
  ...dangerEndpoints,
  ...encounterEndpoints,
  ...caseEndpoints,
  ...ratingEndpoints,
  ...printEndpoints,
  ...householdEndpoints,
  ...practiceEndpoints,
  ...feedbackEndpoints,
  ...promiseEndpoints,
  ...decisionEndpoints,
  ...localCertificateEndpoints,
  ...paperEndpoints,
  ...certificatePrintEndpoints,
  ...ledgerEndpoints,
  ...lendingEndpoints,
  ...phonebookEndpoints,
  ...handOverEndpoints,
  ...offlineKitEndpoints,
  ...worklistEndpoints,
} as const;

export * from './shared/index.ts';
