import { type CaseView, caseEndpoints } from '@qzt/contract/reception';
import { Button } from 'antd';
import { useState } from 'react';
import { may, useSession } from '../../platform/session.ts';
import { useWrite } from '../../platform/use-write.ts';
import { AT_THE_DESK } from '../household/people.ts';

interface Whole {
  readonly name: string | null;
  readonly phone: string | null;
  readonly onBehalfOf: string | null;
}

const joined = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(' ');

/** Who came or called: masked until one asks to see it, which is logged. */
export const CallerLine = ({ shown }: { shown: CaseView }) => {
  const session = useSession();
  const [whole, setWhole] = useState<Whole | null>(null);
  const ask = useWrite(caseEndpoints.showCaller, setWhole);
  const { caller } = shown;
  if (caller === undefined) return null;
  const { relation } = caller;
  const behalf = whole?.onBehalfOf ?? caller.onBehalfOf;
  const phone = whole?.phone ?? null;
  return (
    <>
      <dt>来访人</dt>
      <dd>
        {joined([whole?.name ?? caller.name])}{' '}
        {phone === null ? caller.phone : <a href={`tel:${phone}`}>{phone}</a>}
        {behalf === undefined ? null : ` 代 ${behalf} 办${relation ? `(${relation})` : ''}`}{' '}
        {whole === null && may(session, 'case.write') ? (
          <Button
            size="small"
            loading={ask.sending}
            onClick={() => void ask.send({ body: { id: shown.id, purpose: AT_THE_DESK } })}
          >
            显示
          </Button>
        ) : null}
        {ask.trouble ? <div className="ui-error">{ask.trouble.title}</div> : null}
      </dd>
    </>
  );
};
