import { ProblemError } from '@qzt/contract';
import { Failure, Loading } from '@qzt/ui';
import { Link, useRouter } from '@tanstack/react-router';

export const WaitingPage = () => (
  <main className="ui-paper" style={{ margin: 24 }}>
    <Loading what="正在打开…" />
  </main>
);

export const LostPage = () => (
  <main className="ui-paper" style={{ margin: 24 }}>
    <h1>没有这个页面</h1>
    <p>
      请检查地址,或回到 <Link to="/desk">接待台</Link>。
    </p>
  </main>
);

export const TroublePage = ({ error }: { error: unknown }) => {
  const router = useRouter();
  return (
    <main className="ui-paper" style={{ margin: 24 }}>
      <Failure
        title={
          error instanceof ProblemError
            ? error.problem.title
            : '这个页面没有打开,请检查网络后再试一次'
        }
        again={() => void router.invalidate()}
      />
    </main>
  );
};
