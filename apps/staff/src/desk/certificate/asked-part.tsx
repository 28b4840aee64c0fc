import type { CertificateQuestion } from '@qzt/domain/certificate';
import { Failure, Field, Loading } from '@qzt/ui';
import { Button, Input } from 'antd';
import { useEffect, useRef } from 'react';
import { troubleOf } from '../../platform/trouble.ts';
import styles from './certificate.module.css';
import type { Deciding } from './use-decision.ts';
import { becauseText, verdictText } from './verdict-words.ts';

/** Which paper, what becomes of it and why; the questions one by one where no list names it. */
export const AskedPart = ({ deciding }: { deciding: Deciding }) => {
  const { asked, read, say, choose } = deciding;
  const { data } = read;
  const current = data?.asked?.code;
  return (
    <>
      <Field label="要开什么证明">
        {(tied) => (
          <Input
            {...tied}
            autoFocus
            autoComplete="off"
            placeholder="照居民说的写,拼音也行"
            value={asked.words}
            onChange={(e) => say(e.target.value)}
          />
        )}
      </Field>
      {data && data.choices.length > 0 ? (
        <fieldset className={styles.choices} style={{ border: 0, margin: 0, padding: 0 }}>
          <legend className="ui-quiet" style={{ float: 'left', padding: 0, marginRight: 8 }}>
            是这一种吗
          </legend>
          {data.choices.map(({ code, name }) => (
            <Button
              key={code}
              size="small"
              aria-pressed={code === current}
              type={code === current ? 'primary' : 'default'}
              ghost={code === current}
              onClick={() => choose(code)}
            >
              {name}
            </Button>
          ))}
          {asked.code !== null && asked.words.trim() !== '' ? (
            <Button size="small" type="text" onClick={() => choose(null)}>
              都不是,看原话
            </Button>
          ) : null}
        </fieldset>
      ) : null}
      {read.isPending ? <Loading what="正在查清单…" /> : null}
      {read.isError ? (
        <Failure title={troubleOf(read.error).title} again={() => void read.refetch()} />
      ) : null}
      {data ? <Verdict deciding={deciding} /> : null}
    </>
  );
};

const Verdict = ({ deciding }: { deciding: Deciding }) => {
  const { read, answer, restart, asked } = deciding;
  const { data } = read;
  if (data === undefined) return null;
  const answered = Object.keys(asked.answers).length > 0;
  return (
    <div className={styles.verdict} role="status">
      <strong>{verdictText(data)}</strong>
      {becauseText(data).map((line) => (
        <p key={line} className="ui-quiet">
          {line}
        </p>
      ))}
      {data.question ? (
        <Question
          key={data.question.key}
          text={data.question.text}
          answer={(yes) => answer(data.question?.key as CertificateQuestion, yes)}
          first={!answered}
        />
      ) : null}
      {answered ? (
        <div>
          <Button size="small" type="text" onClick={restart}>
            重新回答
          </Button>
        </div>
      ) : null}
    </div>
  );
};

interface QuestionProps {
  readonly text: string;
  readonly answer: (yes: boolean) => void;
  /** The first one waits while the words are typed; the next ones take the cursor. */
  readonly first: boolean;
}

const Question = ({ text, answer, first }: QuestionProps) => {
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!first) yes.current?.focus();
  }, [first]);
  return (
    <div className={styles.question}>
      <span>{text}</span>
      <Button ref={yes} onClick={() => answer(true)}>
        是
      </Button>
      <Button onClick={() => answer(false)}>不是</Button>
    </div>
  );
};
