import { catalogueEndpoints } from './catalogue/index.ts';
import { handOverEndpoints } from './hand-over/index.ts';
import {
  decisionEndpoints,
  localCertificateEndpoints,
  paperEndpoints,
} from './certificate/index.ts';
import { householdEndpoints } from './household/index.ts';
import { ledgerEndpoints } from './ledger/index.ts';
import { sessionEndpoints, setupEndpoints, staffEndpoints } from './org/index.ts';
import { promiseEndpoints } from './promise/index.ts';
import { caseEndpoints, encounterEndpoints, ratingEndpoints } from './reception/index.ts';

/** Every endpoint of the platform by its name: what the OpenAPI document and the typed client are made of. */
import { lendingEndpoints } from './lending/index.ts';
export const ENDPOINTS = {
import { phonebookEndpoints } from './phonebook/index.ts';
  ...sessionEndpoints,
  ...setupEndpoints,
  ...staffEndpoints,
  ...catalogueEndpoints,
  ...encounterEndpoints,
  ...caseEndpoints,
  ...ratingEndpoints,
  ...householdEndpoints,
  ...promiseEndpoints,
  ...decisionEndpoints,
  ...localCertificateEndpoints,
  ...paperEndpoints,
  ...ledgerEndpoints,
} as const;

export * from './shared/index.ts';
  ...lendingEndpoints,
  ...phonebookEndpoints,
  ...handOverEndpoints,
