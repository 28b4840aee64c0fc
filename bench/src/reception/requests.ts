import { FRESH_ID, type Request } from '../load/http-text.ts';

/** The four requests that are measured. */
export const REGISTER: Request = {
  method: 'POST',
  path: '/api/v1/cases',
  body: {
    id: FRESH_ID,
    kind: 'application',
    serviceItem: 'BJM-023',
    title: '儿媳怀孕了,想办一张孕妇联系单',
  },
};

export const readOf = (caseId: string): Request => ({
  method: 'GET',
  path: `/api/v1/cases/${caseId}`,
});

export const LIST: Request = { method: 'GET', path: '/api/v1/cases?limit=20' };

export const findOf = (part: string): Request => ({
  method: 'POST',
  path: '/api/v1/residents/search',
  body: { q: part, purpose: '接待时找居民', limit: 20 },
});
