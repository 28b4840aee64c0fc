import type { CaseView, PostableType } from '@qzt/contract/reception';
import { Empty, Failure, Loading } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { now } from '../../platform/clock.ts';
import { useSession } from '../../platform/session.ts';
import { troubleOf } from '../../platform/trouble.ts';
import { CertificateBox } from '../certificate/certificate-box.tsx';
import { ActionForm } from './action-form.tsx';
import { actionOf, isPostable } from './actions.ts';
import styles from './case.module.css';
import { CaseEvents } from './case-events.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseNotice } from './case-notice.tsx';
import { CasePapers } from './case-papers.tsx';
import { caseQuery } from './case-query.ts';
import { DirectStep } from './direct-step.tsx';
import { mainStep } from './main-step.ts';
import { dividedSteps } from './rare-steps.ts';
import { unfinishedStep } from './step-drafts.ts';

interface Offers {
  readonly shown: CaseView;
  readonly choose: (type: PostableType) => void;
}

const canBeTold = ({ resident, caller }: CaseView): boolean =>
  resident !== undefined || caller?.phone !== undefined;

/** Exactly the steps that the server allows this person now: everyday ones first, rare ones behind 更多. */
const Steps = ({ shown, choose }: Offers) => {
  const [more, setMore] = useState(false);
  const types = shown.allowedActions.filter(isPostable);
  const { everyday, rare } = dividedSteps(types, !canBeTold(shown));
  const main = mainStep(everyday);
  if (types.length === 0) return <Empty>这件事现在没有要您做的。</Empty>;
  return (
    <section className={styles.steps} aria-label="可以做的">
      {everyday.map((type) =>
        actionOf(type).fields.length === 0 ? (
          <DirectStep key={type} type={type} shown={shown} main={type === main} />
        ) : (
          <Button
            key={type}
            type={type === main ? 'primary' : 'default'}
            onClick={() => choose(type)}
          >
            {actionOf(type).label}
          </Button>
        ),
      )}
      {rare.length > 0 ? (
        <Button type="text" aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? '收起' : '更多'}
        </Button>
      ) : null}
      {more ? (
        <div className={styles.grave}>
          {rare.map((type) =>
            actionOf(type).fields.length === 0 ? (
              <DirectStep key={type} type={type} shown={shown} main={false} />
            ) : (
              <Button key={type} type="text" onClick={() => choose(type)}>
                {actionOf(type).label}
              </Button>
            ),
          )}
        </div>
      ) : null}
    </section>
  );
};

const Shown = ({ shown }: { shown: CaseView }) => {
  const { staff } = useSession();
  // What was left half-written opens again with the case.
  const [type, setType] = useState<PostableType | null>(() =>
    unfinishedStep(localStorage, staff.id, shown, now().getTime()),
  );
  const record = useRef<HTMLElement>(null);
  const close = (): void => {
    setType(null);
    record.current?.focus();
  };
  return (
    <article
      ref={record}
      tabIndex={-1}
      aria-label={`办件 ${shown.number}`}
      className={`ui-stack ${styles.record}`}
    >
      <CaseFacts shown={shown} />
      {type === null ? (
        <Steps shown={shown} choose={setType} />
      ) : (
        <ActionForm key={type} type={type} shown={shown} close={close} />
      )}
      <CertificateBox shown={shown} />
      <CaseNotice notice={shown.requirementNotice} />
      <CasePapers shown={shown} />
      <CaseEvents shown={shown} />
    </article>
  );
};

/** The open case on the right. */
export const CasePanel = ({ id }: { id: string }) => {
  const read = useQuery(caseQuery(id));
  if (read.isPending) return <Loading what="正在打开办件…" />;
  if (read.isError)
    return <Failure title={troubleOf(read.error).title} again={() => void read.refetch()} />;
  return <Shown key={id} shown={read.data} />;
};
