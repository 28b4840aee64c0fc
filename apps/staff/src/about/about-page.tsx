import { Link } from '@tanstack/react-router';
import styles from './about.module.css';
import { type Fact, FOR_RESIDENT, FOR_WORKER, SAID_BY } from './facts.ts';
import { Mechanism } from './mechanism.tsx';
import { MechanismTall } from './mechanism-tall.tsx';

const Facts = ({ title, facts }: { title: string; facts: readonly Fact[] }) => (
  <section className="ui-paper" aria-label={title}>
    <h2>{title}</h2>
    <ul className={styles.facts}>
      {facts.map(({ text, by }) => (
        <li key={text}>
          {text} <span className={styles.by}>{SAID_BY[by]}</span>
        </li>
      ))}
    </ul>
  </section>
);

/** What 全岗通 is, in one minute, for a worker and for a resident; nobody need sign in for it. */
export const AboutPage = () => (
  <main className={styles.page}>
    <header className={styles.head}>
      <div>
        <h1>全岗通是什么</h1>
        <p>谁在接待台,谁就接下整个居委会的事。让居民少跑,话只说一次。</p>
      </div>
      <nav aria-label="去哪里">
        <Link to="/desk">去接待台</Link>
      </nav>
    </header>
    <section className="ui-paper" aria-label="怎么转起来">
      <div className={styles.wide}>
        <Mechanism />
      </div>
      <div className={styles.tall}>
        <MechanismTall />
      </div>
    </section>
    <div className={styles.columns}>
      <Facts title="您在居委会工作" facts={FOR_WORKER} />
      <Facts title="您是居民" facts={FOR_RESIDENT} />
    </div>
    <p className="ui-quiet">
      每句话后面写着从哪里来。“公开报道”不等于文件原文,以街镇和区里的正式规定为准。刚来的同事:进接待台按“演练”,打开“第一天练习”,几样小练习,不算数。
    </p>
  </main>
);
