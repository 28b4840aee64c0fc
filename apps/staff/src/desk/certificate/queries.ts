import {
  type CertificateAnswers,
  type CertificateDecisionView,
  decisionEndpoints,
  paperEndpoints,
} from '@qzt/contract/certificate';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '../../platform/client.ts';

/** What somebody asks for: words, or an entry that was chosen, and what was answered to the questions. */
export interface Asked {
  readonly words: string;
  readonly code: string | null;
  readonly answers: CertificateAnswers;
}

/** The longest sentence that the server looks at. */
const WORDS_MAX = 400;

/** What becomes of the paper. The words stand in a body, never in an address. */
export const decisionQuery = ({ words, code, answers }: Asked) => {
  const text = [...words.trim()].slice(0, WORDS_MAX).join('');
  const body = { ...(text === '' ? {} : { words: text }), ...(code ? { code } : {}), answers };
  return queryOptions<CertificateDecisionView>({
    queryKey: ['certificate-decision', body],
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => client(decisionEndpoints.decideCertificate, { body, signal }),
  });
};

export const templatesQuery = queryOptions({
  queryKey: ['certificate-templates'],
  staleTime: 300_000,
  queryFn: ({ signal }) => client(paperEndpoints.listTemplates, { signal }),
});

/** The papers of one case. */
export const papersOfQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['certificates', caseId],
    queryFn: ({ signal }) =>
      client(paperEndpoints.listPapers, { query: { caseId, limit: 100 }, signal }),
  });

/** What waits for the head. */
export const waitingQuery = queryOptions({
  queryKey: ['certificates', 'waiting'],
  refetchInterval: 60_000,
  queryFn: ({ signal }) =>
    client(paperEndpoints.listPapers, { query: { status: 'waiting', limit: 20 }, signal }),
});

export const paperQuery = (id: string) =>
  queryOptions({
    queryKey: ['certificates', 'one', id],
    queryFn: ({ signal }) => client(paperEndpoints.readPaper, { params: { id }, signal }),
  });
