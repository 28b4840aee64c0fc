import { Alert, Button } from 'antd';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-accounts.ts';
import styles from './sign-in.module.css';

interface Props {
  readonly filling: { readonly done: number; readonly of: number } | null;
  readonly choose: (username: string, password: string) => void;
}

/** Says loudly that these are not real people, and offers the accounts. */
export const DemoNotice = ({ filling, choose }: Props) => (
  <section className="ui-stack" aria-label="演示说明">
    <Alert
      type="warning"
      showIcon
      title="这是演示数据:人名、门牌和办件都是编的,请不要录入真实居民。"
      description={
        filling === null
          ? undefined
          : `其他居委会的演示数据还在生成:${filling.done} / ${filling.of}`
      }
    />
    <details className={styles.accounts}>
      <summary>演示账号(密码都是 {DEMO_PASSWORD})</summary>
      <table>
        <caption className={styles.hidden}>演示账号</caption>
        <thead>
          <tr>
            <th scope="col">用户名</th>
            <th scope="col">是谁</th>
          </tr>
        </thead>
        <tbody>
          {DEMO_ACCOUNTS.map(({ username, what }) => (
            <tr key={username}>
              <td>
                <Button
                  size="small"
                  onClick={() => choose(username, DEMO_PASSWORD)}
                  aria-label={`填入 ${username}`}
                >
                  {username}
                </Button>
              </td>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  </section>
);
