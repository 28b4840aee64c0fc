import type { PaperLine } from '@qzt/contract/certificate';
import { type CaseView, caseEndpoints } from '@qzt/contract/reception';
import { Failure } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { v7 } from 'uuid';
import { useWrite } from '../../platform/use-write.ts';
import { caseQuery } from '../case/case-query.ts';
import { nextStep } from './handed-over.ts';

interface Props {
  readonly shown: CaseView;
  readonly paper: PaperLine;
}

/** The paper is in the resident's hands: the case is answered with its number, and accepted before where it was not. */
export const HandOverButton = ({ shown, paper }: Props) => {
  const queries = useQueryClient();
  const ids = useRef({ accept: v7(), answer: v7() });
  const newest = useRef(shown);
  const { queryKey } = caseQuery(shown.id);
  const step = useWrite(caseEndpoints.addEvent, (answer) => {
    newest.current = answer;
    queries.setQueryData(queryKey, answer);
  });
  const run = async (): Promise<void> => {
    newest.current = shown;
    for (let left = 2; left > 0; left -= 1) {
      const body = nextStep(newest.current, paper, ids.current);
      if (body === null) break;
      const { id, version } = newest.current;
      if (!(await step.send({ params: { id }, version, body }))) {
        await queries.invalidateQueries({ queryKey });
        return;
      }
      if (body.type === 'answer') break;
    }
    await queries.invalidateQueries({ queryKey: ['lists'] });
  };
  return (
    <>
      <Button type="primary" loading={step.sending} onClick={() => void run()}>
        已交给居民,答复
      </Button>
      {step.trouble ? <Failure title={step.trouble.title} /> : null}
    </>
  );
};
