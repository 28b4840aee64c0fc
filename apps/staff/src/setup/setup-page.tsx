import { Failure, Loading } from '@qzt/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { setupQuery } from '../platform/session.ts';
import { troubleOf } from '../platform/trouble.ts';
import { SetupForm } from './setup-form.tsx';

const Body = () => {
  const state = useQuery(setupQuery);
  const queries = useQueryClient();
  const navigate = useNavigate();
  if (state.isPending) return <Loading what="正在查看安装情况…" />;
  if (state.isError)
    return <Failure title={troubleOf(state.error).title} again={() => void state.refetch()} />;
  if (!state.data.empty)
    return (
      <p>
        这里已经有街镇了,不用再设置。请 <Link to="/sign-in">登录</Link>。
      </p>
    );
  const done = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: setupQuery.queryKey });
    await navigate({ to: '/sign-in', search: {} });
  };
  return <SetupForm done={() => void done()} />;
};

export const SetupPage = () => (
  <main style={{ maxWidth: 640, margin: '48px auto', padding: '0 24px' }} className="ui-stack">
    <div>
      <h1>建立第一个街镇</h1>
      <span className="ui-quiet">填好后用管理员账号登录,再添加工作人员。</span>
    </div>
    <div className="ui-paper">
      <Body />
    </div>
  </main>
);
