import type { CaseView } from '@qzt/contract/reception';
import { isNoMaterial } from '@qzt/domain/catalogue';
import { Empty } from '@qzt/ui';
import { standingText } from '../../platform/standing.ts';
import { limitText } from '../catalogue/words.ts';
import styles from './case.module.css';

type Notice = CaseView['requirementNotice'];

const isEmpty = ({ materials, steps, places }: Notice): boolean =>
  materials.length + steps.length + places.length === 0;

/** What the resident was told at the first contact, and which materials are here. */
export const CaseNotice = ({ notice }: { notice: Notice }) => (
  <section aria-label="一次告知">
    <h3>一次告知</h3>
    {isEmpty(notice) ? <Empty>这件事没有固定的材料和步骤。</Empty> : null}
    <ul className={styles.notice}>
      {notice.materials.map(({ name, received, copies }) => (
        <li key={name}>
          {isNoMaterial(name) ? (
            name
          ) : (
            <>
              {received ? '✓' : '○'} {name}
              <span className="ui-quiet">{received ? ` 已收 ${copies} 份` : ' 未收到'}</span>
            </>
          )}
        </li>
      ))}
    </ul>
    {notice.steps.length > 0 ? (
      <details>
        <summary>怎么办</summary>
        <ol>
          {notice.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
    ) : null}
    {notice.places.map(({ name, address, phone }) => (
      <div key={name}>{[name, address, phone].filter((p) => p !== undefined).join(' · ')}</div>
    ))}
    {notice.limitWorkingDays === null ? null : (
      <div className="ui-quiet">
        {limitText({
          limitWorkingDays: notice.limitWorkingDays,
          limitOfficial: notice.limitOfficial,
        })}
        ({standingText(notice.standing)})
      </div>
    )}
  </section>
);
