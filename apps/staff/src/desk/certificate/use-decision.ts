import type { CertificateAnswers, CertificateDecisionView } from '@qzt/contract/certificate';
import type { CertificateQuestion } from '@qzt/domain/certificate';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Asked, decisionQuery } from './queries.ts';

const PAUSE_MS = 150;

export interface Deciding {
  readonly asked: Asked;
  readonly read: UseQueryResult<CertificateDecisionView>;
  /** The decision about what stands there now; undefined while one types or it is on its way. */
  readonly decision: CertificateDecisionView | undefined;
  readonly say: (words: string) => void;
  readonly choose: (code: string | null) => void;
  readonly answer: (question: CertificateQuestion, yes: boolean) => void;
  readonly restart: () => void;
}

const NO_ANSWERS: CertificateAnswers = {};

/** Words, a chosen entry and answers, and what becomes of them. Typing is never waited for. */
export const useDecision = (first: string): Deciding => {
  const [asked, setAsked] = useState<Asked>({ words: first, code: null, answers: NO_ANSWERS });
  const [looked, setLooked] = useState(asked);
  useEffect(() => {
    const timer = setTimeout(() => setLooked(asked), asked.words === looked.words ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked, looked.words]);
  const read = useQuery(decisionQuery(looked));
  const settled = looked === asked && !read.isPlaceholderData;
  return {
    asked,
    read,
    decision: settled ? read.data : undefined,
    say: (words) => setAsked({ words, code: null, answers: NO_ANSWERS }),
    choose: (code) => setAsked((a) => ({ ...a, code, answers: NO_ANSWERS })),
    answer: (question, yes) =>
      setAsked((a) => ({ ...a, answers: { ...a.answers, [question]: yes } })),
    restart: () => setAsked((a) => ({ ...a, answers: NO_ANSWERS })),
  };
};
