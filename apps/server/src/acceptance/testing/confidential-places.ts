import { REGISTERS } from '@qzt/domain/ledger';
import { WORKLIST_NAMES } from '@qzt/domain/worklist';

/** A confidential case as a test knows it: what must be found nowhere by whoever is not named. */
export interface Secret {
  readonly caseId: string;
  readonly encounterId: string;
  readonly residentId: string;
  readonly version: number;
}

export interface Question {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: object;
  readonly version?: number;
}

type Ask = (secret: Secret) => readonly Question[];

/**
 * What an endpoint has to do with confidential cases.
 * - `record`: asks for one thing of the case. Whoever is not named hears that there is none; whoever is gets it.
 * - `list`: shows many things. Whoever is not named sees neither id nor number nor word of it; whoever is, does.
 * - `elsewhere`: cannot be asked in one question; the named test asks it.
 * - `apart`: tells of no case, and why not.
 */
export type Place =
  | { readonly sort: 'record'; readonly ask: Ask }
  | { readonly sort: 'list'; readonly ask: Ask }
  | { readonly sort: 'elsewhere'; readonly test: string }
  | { readonly sort: 'apart'; readonly why: string };

const record = (ask: Ask): Place => ({ sort: 'record', ask });
const list = (...urls: readonly string[]): Place => ({
  sort: 'list',
  ask: () => urls.map((url) => ({ method: 'GET', url })),
});
const elsewhere = (test: string): Place => ({ sort: 'elsewhere', test });
const apart = (why: string): Place => ({ sort: 'apart', why });

const STAFF = 'accounts and organisations';
const RULES = 'rules and working time, of nobody';
const PRACTICE = 'practice with invented people';
const FEEDBACK = 'words about the program, with the kind of page and no record';
const OWN_DATA = 'writes what was sent, and answers with just that';
const YEAR = 'from=2026-01-01&to=2027-01-01&limit=100';

const get = (path: (secret: Secret) => string): Place =>
  record((secret) => [{ method: 'GET', url: path(secret) }]);

/**
 * Every endpoint, each with what it may show of a confidential case. A new endpoint that is not named here fails
 * `confidential-places.test.ts`: whoever adds one says where it stands.
 */
export const CONFIDENTIAL_PLACES: Readonly<Record<string, Place>> = {
  signIn: apart(STAFF),
  whoAmI: apart(STAFF),
  signOut: apart(STAFF),
  listSessions: apart(STAFF),
  revokeSession: apart(STAFF),
  changePassword: apart(STAFF),
  beginSecondFactor: apart(STAFF),
  confirmSecondFactor: apart(STAFF),
  removeSecondFactor: apart(STAFF),
  setupState: apart(STAFF),
  setup: apart(STAFF),
  listOrg: apart(STAFF),
  createUnit: apart(STAFF),
  listStaff: apart(STAFF),
  createStaff: apart(STAFF),
  changeStaff: apart(STAFF),
  resetPassword: apart(STAFF),
  leave: elsewhere('features/org/leave.test.ts'),
  findItems: apart(RULES),
  readItem: apart(RULES),
  listCatalogue: apart(RULES),
  readMaintained: apart(RULES),
  editItem: apart(RULES),
  confirmItem: apart(RULES),
  withdrawItem: apart(RULES),
  restoreItem: apart(RULES),
  exportCatalogue: apart(RULES),
  previewImport: apart(RULES),
  importCatalogue: apart(RULES),
  listDangers: apart(RULES),
  createEncounter: elsewhere('acceptance/confidential.test.ts'),
  readEncounter: get(({ encounterId }) => `/api/v1/encounters/${encounterId}`),
  listEncounters: list('/api/v1/encounters?limit=100'),
  createCase: elsewhere('acceptance/confidential.test.ts'),
  readCase: get(({ caseId }) => `/api/v1/cases/${caseId}`),
  listCases: list(
    '/api/v1/cases?limit=100',
    '/api/v1/cases?limit=100&status=open',
    '/api/v1/cases?limit=100&status=registered',
  ),
  showCaller: record(({ caseId }) => [
    { method: 'POST', url: '/api/v1/cases/caller', body: { id: caseId, purpose: '回电' } },
  ]),
  addEvent: record(({ caseId, version }) => [
    {
      method: 'POST',
      url: `/api/v1/cases/${caseId}/events`,
      body: { id: crypto.randomUUID(), type: 'note', note: '知道了' },
      version,
    },
  ]),
  rateEncounter: elsewhere('features/reception/rate-encounter.test.ts'),
  printNotice: get(({ caseId }) => `/api/v1/cases/${caseId}/notice.pdf`),
  printReceipt: elsewhere('features/reception/paper/paper.test.ts'),
  printSlip: elsewhere('features/reception/paper/paper.test.ts'),
  printItemNotice: apart(RULES),
  searchResidents: apart('people with their doors, whatever matters they have'),
  openResident: {
    sort: 'list',
    ask: ({ residentId }) => [
      {
        method: 'POST',
        url: '/api/v1/residents/open',
        body: { id: residentId, purpose: '接待' },
      },
    ],
  },
  showPhone: apart('the telephone of a person, whatever matters he has'),
  readCalendar: apart(RULES),
  setCalendarYear: apart(RULES),
  readHours: apart(RULES),
  setHours: apart(RULES),
  listPromises: list('/api/v1/promises?limit=100'),
  readPresence: apart(RULES),
  setPresence: apart(RULES),
  decideCertificate: apart(RULES),
  refuseCertificate: elsewhere('acceptance/certificate-refusal.test.ts'),
  refuseCase: elsewhere('acceptance/certificate-refusal.test.ts'),
  listCertificateKinds: apart(RULES),
  setLocalCertificate: apart(RULES),
  listTemplates: apart(RULES),
  prefillPaper: record(({ caseId }) => [
    {
      method: 'POST',
      url: '/api/v1/certificates/prefill',
      body: { caseId, template: 'CT-01' },
    },
  ]),
  createPaper: elsewhere('acceptance/certificate-privacy.test.ts'),
  readPaper: elsewhere('acceptance/certificate-privacy.test.ts'),
  listPapers: elsewhere('acceptance/certificate-privacy.test.ts'),
  stepPaper: elsewhere('acceptance/certificate-privacy.test.ts'),
  printCertificate: elsewhere('features/certificate/print/print.test.ts'),
  printRefusal: elsewhere('features/certificate/print/print.test.ts'),
  readRegister: list(
    ...REGISTERS.filter((register) => register === 'reception' || register === 'urgent').map(
      (register) => `/api/v1/registers/${register}?${YEAR}`,
    ),
  ),
  readTrips: elsewhere('acceptance/registers-confidential.test.ts'),
  exportRegister: elsewhere('acceptance/registers-export.test.ts'),
  printRegister: elsewhere('acceptance/registers-export.test.ts'),
  listThings: apart(RULES),
  lend: apart(OWN_DATA),
  listLoans: elsewhere('acceptance/registers-confidential.test.ts'),
  readLoan: elsewhere('acceptance/registers-confidential.test.ts'),
  takeLoanStep: apart(OWN_DATA),
  listPhones: apart('telephones of helpers'),
  revealPhone: apart('telephones of helpers'),
  addPhone: apart('telephones of helpers'),
  changePhone: apart('telephones of helpers'),
  removePhone: apart('telephones of helpers'),
  previewHandOver: elsewhere('features/hand-over/hand-over.test.ts'),
  listHandOvers: elsewhere('features/hand-over/hand-over.test.ts'),
  giveHandOver: elsewhere('features/hand-over/hand-over.test.ts'),
  takeHandOver: elsewhere('features/hand-over/hand-over.test.ts'),
  withdrawHandOver: elsewhere('features/hand-over/hand-over.test.ts'),
  readKit: elsewhere('features/offline-kit/offline-kit.test.ts'),
  printKit: elsewhere('features/offline-kit/offline-kit.test.ts'),
  printDangerCard: apart(RULES),
  readWorklist: list(...WORKLIST_NAMES.map((name) => `/api/v1/worklists/${name}?limit=200`)),
  readToday: list('/api/v1/contacts-today?limit=200'),
  readFirstDay: apart(PRACTICE),
  switchPractice: apart(PRACTICE),
  restartPractice: apart(PRACTICE),
  writeFeedback: apart(FEEDBACK),
  listFeedback: apart(FEEDBACK),
  answerFeedback: apart(FEEDBACK),
};

/** Pages beside the contract, by the first part of their address: what each may show of a case. */
export const CONFIDENTIAL_PAGES: Readonly<Record<string, Place>> = {
  healthz: apart('whether it lives'),
  readyz: apart('whether it can serve'),
  about: apart('facts about the work, of nobody'),
  admin: apart('an empty page that asks the contract'),
  desk: apart('an empty page that asks the contract'),
  setup: apart('an empty page that asks the contract'),
  'sign-in': apart('an empty page that asks the contract'),
  track: elsewhere('acceptance/track.test.ts'),
};
