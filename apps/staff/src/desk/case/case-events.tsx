import type { CaseView } from '@qzt/contract/reception';
import { momentText } from '@qzt/ui';
import styles from './case.module.css';
import { eventText } from './event-text.ts';

/** What happened, newest first, as sentences. Nothing here is ever changed. */
export const CaseEvents = ({ shown }: { shown: CaseView }) => (
  <section aria-label="经过">
    <h3>经过</h3>
    {shown.said === undefined ? null : (
      <p className={styles.said}>
        <span className="ui-quiet">居民的话:</span>
        <q>{shown.said}</q>
      </p>
    )}
    <ol className={styles.events}>
      {shown.events.toReversed().map((event) => (
        <li key={event.id}>
          <div className="ui-quiet">
            {momentText(event.at)} · {event.actor.name}
            {event.actor.org === '' ? '' : `(${event.actor.org})`}
          </div>
          <div className={styles.sentence}>{eventText(event)}</div>
        </li>
      ))}
    </ol>
  </section>
);
