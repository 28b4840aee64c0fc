import { feedbackEndpoints } from '@qzt/contract/feedback';
import type { SessionView } from '@qzt/contract/org';
import {
  FEEDBACK_ANSWER_DAYS,
  FEEDBACK_KINDS,
  type FeedbackKind,
  pageOfAddress,
} from '@qzt/domain/feedback';
import { Failure, Field, momentText } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Input, Radio } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { fieldsOf } from '../platform/trouble.ts';
import { useWrite } from '../platform/use-write.ts';

const KINDS = Object.entries(FEEDBACK_KINDS).map(([value, label]) => ({ value, label }));

const whoAnswers = (session: SessionView): string => {
  if (session.org.kind === 'committee') return '本居委会负责人';
  return session.org.kind === 'district' ? '区管理员' : '上级管理员';
};

interface Props {
  readonly session: SessionView;
  readonly close: () => void;
}

/** What somebody wants to say about the page that he is on: a few words, and who may see his name. */
export const FeedbackForm = ({ session, close }: Props) => {
  const queries = useQueryClient();
  const id = useRef(v7());
  const [kind, setKind] = useState<FeedbackKind>('problem');
  const [text, setText] = useState('');
  const [wantsAnswer, setWantsAnswer] = useState(true);
  const [above, setAbove] = useState(false);
  const [anonymous, setAnonymous] = useState(false);
  const [missing, setMissing] = useState<Record<string, string>>({});
  const [said, setSaid] = useState<string | null>(null);
  const write = useWrite(feedbackEndpoints.writeFeedback, async (made) => {
    id.current = v7();
    setText('');
    setSaid(made.wantsAnswer ? `收到了,${momentText(made.dueAt)}前给您回答。` : '收到了,谢谢。');
    await queries.invalidateQueries({ queryKey: ['feedback'] });
  });
  const fields = { ...write.trouble?.fields, ...missing };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setSaid(null);
    const page = pageOfAddress(location.pathname);
    const body = { id: id.current, kind, text, page, wantsAnswer, above, anonymous };
    const read = feedbackEndpoints.writeFeedback.body.safeParse(body);
    setMissing(read.success ? {} : fieldsOf(read.error));
    if (read.success) void write.send({ body: read.data });
  };
  return (
    <form onSubmit={submit} className="ui-stack" aria-label="提意见" noValidate>
      {session.practice ? <p>现在是演练:写在这里的意见也不算数。真要提,请先结束演练。</p> : null}
      <Radio.Group
        aria-label="哪一种"
        value={kind}
        onChange={(e) => setKind(e.target.value)}
        options={KINDS}
      />
      <Field label="想说什么" error={fields.text} help="想到哪写到哪。请不要写居民的姓名和电话。">
        {(tied) => (
          <Input.TextArea
            {...tied}
            autoFocus
            rows={6}
            value={text}
            onChange={(e) => setText(e.target.value)}
          />
        )}
      </Field>
      <Checkbox checked={wantsAnswer} onChange={(e) => setWantsAnswer(e.target.checked)}>
        要回答({FEEDBACK_ANSWER_DAYS} 个工作日内,这是我们自己定的期限)
      </Checkbox>
      {session.org.kind === 'committee' ? (
        <Radio.Group
          aria-label="谁来回答"
          value={above}
          onChange={(e) => setAbove(e.target.value)}
          options={[
            { value: false, label: '本居委会负责人回答' },
            { value: true, label: '街镇管理员回答(负责人看不到)' },
          ]}
        />
      ) : (
        <span className="ui-quiet">由{whoAnswers(session)}回答。</span>
      )}
      <div>
        <Checkbox checked={anonymous} onChange={(e) => setAnonymous(e.target.checked)}>
          不让回答的人看到我的名字
        </Checkbox>
        {anonymous ? (
          <div className="ui-quiet">
            回答还是只送到您这里,所以数据库里记着是您,页面上谁也看不到。
          </div>
        ) : null}
      </div>
      {write.trouble === null ? null : (
        <Failure
          title={write.trouble.title}
          again={write.trouble.outcome === 'unknown' ? () => void write.again() : undefined}
        />
      )}
      <div className="ui-row">
        <Button type="primary" htmlType="submit" loading={write.sending}>
          交上去
        </Button>
        <Link to="/admin/feedback" onClick={close} style={{ color: 'var(--work)' }}>
          看我提过的和回答
        </Link>
      </div>
      <p role="status" style={{ margin: 0 }}>
        {said}
      </p>
    </form>
  );
};
