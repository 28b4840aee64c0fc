import { decisionEndpoints } from '@qzt/contract/certificate';
import type { CaseView } from '@qzt/contract/reception';
import { Failure } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { v7 } from 'uuid';
import { useWrite } from '../../platform/use-write.ts';
import { caseQuery } from '../case/case-query.ts';
import { CertificateRefusal } from './certificate-refusal.tsx';

interface Props {
  readonly shown: CaseView;
  readonly close: () => void;
  readonly issue?: Parameters<typeof CertificateRefusal>[0]['issue'];
}

/** 不予出具 on a case that is open already. */
export const RefuseCase = ({ shown, close, issue }: Props) => {
  const queries = useQueryClient();
  const id = useRef(v7());
  const { queryKey } = caseQuery(shown.id);
  const refuse = useWrite(decisionEndpoints.refuseCase, async (answer) => {
    queries.setQueryData(queryKey, answer);
    close();
    await queries.invalidateQueries({ queryKey: ['lists'] });
  });
  return (
    <>
      <CertificateRefusal
        words={shown.title}
        send={({ title: _title, ...refusal }) =>
          void refuse
            .send({
              params: { caseId: shown.id },
              version: shown.version,
              body: { id: id.current, ...refusal },
            })
            .then((sent) => (sent ? undefined : queries.invalidateQueries({ queryKey })))
        }
        close={close}
        sending={refuse.sending}
        {...(refuse.trouble ? { fields: refuse.trouble.fields } : {})}
        {...(issue ? { issue } : {})}
      />
      {refuse.trouble ? (
        <Failure
          title={refuse.trouble.title}
          again={refuse.trouble.outcome === 'unknown' ? () => void refuse.again() : undefined}
        />
      ) : null}
    </>
  );
};
