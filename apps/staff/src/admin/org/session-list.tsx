import { sessionEndpoints } from '@qzt/contract/org';
import { momentText } from '@qzt/ui';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { client } from '../../platform/client.ts';
import { useWrite } from '../../platform/use-write.ts';
import styles from '../admin.module.css';
import { Read, WriteTrouble } from '../page.tsx';
import { deviceText } from './device.ts';

const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => client(sessionEndpoints.listSessions, { signal }),
});

export const SessionList = () => {
  const queries = useQueryClient();
  const revoke = useWrite(sessionEndpoints.revokeSession, () =>
    queries.invalidateQueries({ queryKey: ['sessions'] }),
  );
  return (
    <section className="ui-paper ui-stack">
      <h2>登录着的设备</h2>
      <Read read={useQuery(sessionsQuery)} what="设备">
        {({ items }) => (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">设备</th>
                <th scope="col">登录</th>
                <th scope="col">最近用过</th>
                <th scope="col">操作</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.id}>
                  <td>{deviceText(item.device)}</td>
                  <td>
                    <time>{momentText(item.createdAt)}</time>
                  </td>
                  <td>
                    <time>{momentText(item.lastSeenAt)}</time>
                  </td>
                  <td>
                    {item.current ? (
                      <span className="ui-quiet">这一台</span>
                    ) : (
                      <Button
                        size="small"
                        onClick={() => void revoke.send({ params: { id: item.id } })}
                      >
                        让它退出
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Read>
      <WriteTrouble write={revoke} />
    </section>
  );
};
