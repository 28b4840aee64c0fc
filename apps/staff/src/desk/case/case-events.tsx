import type { CaseView } from '@qzt/contract/reception';
import { momentText } from '@qzt/ui';
import styles from './case.module.css';
import { eventText } from './event-text.ts';

/** What happened, newest first, as sentences. Nothing here is ever changed. */
export const CaseEvents = ({ events }: { events: CaseView['events'] }) => (
  <section aria-label="经过">
    <h3>经过</h3>
    <ol className={styles.events}>
      {events.toReversed().map((event) => (
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
