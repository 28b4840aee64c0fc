import { type FeedbackView, feedbackEndpoints } from '@qzt/contract/feedback';
import { FEEDBACK_KINDS } from '@qzt/domain/feedback';
import { Field, momentText } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { WriteTrouble } from '../admin/page.tsx';
import { useWrite } from '../platform/use-write.ts';
import styles from './feedback.module.css';

const AnswerForm = ({ item, done }: { item: FeedbackView; done: () => void }) => {
  const queries = useQueryClient();
  const [text, setText] = useState(item.answer?.text ?? '');
  const write = useWrite(feedbackEndpoints.answerFeedback, async () => {
    done();
    await queries.invalidateQueries({ queryKey: ['feedback'] });
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void write.send({ params: { id: item.id }, version: item.version, body: { text } });
  };
  return (
    <form onSubmit={submit} className="ui-stack" aria-label="回答">
      <Field label="回答" error={write.trouble?.fields.text}>
        {(tied) => (
          <Input.TextArea
            {...tied}
            autoFocus
            rows={3}
            value={text}
            onChange={(e) => setText(e.target.value)}
          />
        )}
      </Field>
      <WriteTrouble write={write} />
      <div className="ui-row">
        <Button type="primary" htmlType="submit" loading={write.sending}>
          送出回答
        </Button>
        <Button onClick={done}>先不答</Button>
      </div>
    </form>
  );
};

const stateOf = (item: FeedbackView): string => {
  if (item.answer) return '已回答';
  if (!item.wantsAnswer) return '不用回答';
  return `${item.late ? '已过期限 ' : '等回答,'}${momentText(item.dueAt)}前`;
};

/** One thing that somebody said, with its answer or the way to give one. */
export const FeedbackItem = ({ item, answers }: { item: FeedbackView; answers: boolean }) => {
  const [answering, setAnswering] = useState(false);
  return (
    <li className={styles.entry}>
      <div className={styles.facts}>
        <strong>{FEEDBACK_KINDS[item.kind]}</strong>
        <span>{item.author?.name ?? '不留名'}</span>
        <span className="ui-quiet">
          {item.org.name} · 页面 {item.page} · {momentText(item.at)}
        </span>
        <span className={item.late ? styles.late : 'ui-quiet'}>{stateOf(item)}</span>
        {item.above ? <span className="ui-quiet">交给上级</span> : null}
      </div>
      <p className={styles.words}>{item.text}</p>
      {item.answer ? (
        <p className={styles.answer}>
          {item.answer.text}
          <br />
          <span className="ui-quiet">
            {item.answer.by.name} {momentText(item.answer.at)}
          </span>
        </p>
      ) : null}
      {answering ? <AnswerForm item={item} done={() => setAnswering(false)} /> : null}
      {answers && !answering ? (
        <div>
          <Button onClick={() => setAnswering(true)}>{item.answer ? '改回答' : '回答'}</Button>
        </div>
      ) : null}
    </li>
  );
};
