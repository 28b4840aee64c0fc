import {
  type CatalogueFile,
  exchangeEndpoints,
  type ImportLine,
  type ImportPreview,
} from '@qzt/contract/catalogue';
import { Empty, Failure } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { client } from '../../platform/client.ts';
import { troubleOf } from '../../platform/trouble.ts';
import { useWrite } from '../../platform/use-write.ts';
import { Page, WriteTrouble } from '../page.tsx';
import { BeginsFields, beginsToday, begun } from './begins-fields.tsx';
import styles from './catalogue.module.css';
import { ChangesView } from './changes-view.tsx';
import { faultLines, readFile } from './read-file.ts';

const WAYS: Readonly<Record<ImportLine['way'], string>> = {
  new: '新事项',
  changed: '有改动',
  withdrawn: '停办',
  restored: '恢复',
  same: '一样',
  left: '文件里没有,不动',
};

const save = (file: CatalogueFile): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }),
  );
  link.download = `事项目录-${(file.exportedAt ?? '').slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
};

const Differences = ({ items }: { items: readonly ImportLine[] }) => {
  const moved = items.filter(({ way }) => way !== 'same' && way !== 'left');
  const rest = items.length - moved.length;
  return (
    <>
      <p role="status">
        要改 {moved.length} 项,不动 {rest} 项。
      </p>
      {moved.map((line) => (
        <details key={line.code} open={moved.length <= 5}>
          <summary>
            {line.code} {line.name} · {WAYS[line.way]} · {line.standingLabel}
            {line.losesConfirmation ? ' · 原来的核实不算了,要重新核实' : ''}
          </summary>
          {line.changes.length > 0 ? (
            <ChangesView changes={line.changes} before="现在" after="导入后" />
          ) : null}
        </details>
      ))}
    </>
  );
};

interface Read {
  readonly file: CatalogueFile;
  readonly name: string;
  readonly preview: ImportPreview;
}

const ImportForm = ({ read, done }: { read: Read; done: (said: string) => void }) => {
  const queries = useQueryClient();
  const [begins, setBegins] = useState(beginsToday);
  const write = useWrite(exchangeEndpoints.importCatalogue, async ({ items }) => {
    await queries.invalidateQueries({ queryKey: ['catalogue'] });
    const moved = items.filter(({ way }) => way !== 'same' && way !== 'left').length;
    done(`导入好了,${moved} 个事项有了新的一版。`);
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void write.send({
      body: { file: read.file, seen: read.preview.seen, ...begun(begins) },
    });
  };
  const nothing = read.preview.items.every(({ way }) => way === 'same' || way === 'left');
  if (nothing) return <Empty>文件和现在的目录一样,没有要导入的。</Empty>;
  return (
    <form className="ui-stack" aria-label="导入" onSubmit={submit}>
      <Differences items={read.preview.items} />
      <BeginsFields
        value={begins}
        change={setBegins}
        errors={write.trouble?.fields ?? {}}
        ask="为什么导入"
      />
      <WriteTrouble write={write} />
      <div>
        <Button type="primary" htmlType="submit" loading={write.sending}>
          照上面的差别导入
        </Button>
      </div>
    </form>
  );
};

/** The whole catalogue as one file: out, and in again after its differences were read. */
export const ExchangePage = () => {
  const picker = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<Read | null>(null);
  const [trouble, setTrouble] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  const take = async (file: File): Promise<void> => {
    setRead(null);
    setSaid('');
    const found = readFile(await file.text());
    setTrouble('faults' in found ? found.faults : []);
    if ('faults' in found) return;
    try {
      const preview = await client(exchangeEndpoints.previewImport, { body: { file: found.file } });
      setRead({ file: found.file, name: file.name, preview });
    } catch (error) {
      const { title, fields } = troubleOf(error);
      setTrouble([title, ...faultLines(fields, found.file)]);
    }
  };
  const exportNow = async (): Promise<void> => {
    try {
      save(await client(exchangeEndpoints.exportCatalogue));
    } catch (error) {
      setTrouble([troubleOf(error).title]);
    }
  };
  return (
    <Page
      title="整本导出、导入"
      lead="整本目录一个文件,可以备份,也可以拿去改。导入前先看差别;看过、写明依据再存,要么全存,要么一项不动。"
    >
      <div className={styles.head}>
        <nav>
          <Link to="/admin/catalogue" search={{}}>
            回目录
          </Link>
        </nav>
      </div>
      <section className="ui-paper ui-stack" aria-label="导出">
        <h2>导出</h2>
        <div>
          <Button onClick={() => void exportNow()}>导出成文件</Button>
        </div>
      </section>
      <section className="ui-paper ui-stack" aria-label="导入文件">
        <h2>导入</h2>
        <p>文件里写的可信程度和核实不会照搬:改过的要重新核实。</p>
        <div className="ui-row">
          <Button onClick={() => picker.current?.click()}>选文件,看差别</Button>
          {read ? <span>{read.name}</span> : null}
          <input
            ref={picker}
            type="file"
            accept="application/json,.json"
            aria-label="目录文件"
            hidden
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              if (file) void take(file);
            }}
          />
        </div>
        {trouble.length > 0 ? (
          <Failure
            title="这个文件不能导入,什么都没有改"
            detail={trouble.map((line) => <div key={line}>{line}</div>)}
          />
        ) : null}
        {said ? <p role="status">{said}</p> : null}
        {read ? (
          <ImportForm
            key={read.preview.seen}
            read={read}
            done={(words) => {
              setRead(null);
              setSaid(words);
            }}
          />
        ) : null}
      </section>
    </Page>
  );
};
