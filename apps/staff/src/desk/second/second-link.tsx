import type { SessionView } from '@qzt/contract/org';
import { Field, useKeys } from '@qzt/ui';
import { Button, Input, Popover } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { AWAY_NOTICE, useSteppedOut } from '../stepped-out.ts';
import { keepNotice, LONGEST_NOTICE, readNotice } from './notice-store.ts';
import { openSecond } from './open-second.ts';
import { useDeskSide } from './use-desk-side.ts';

interface SettingsProps {
  readonly notice: string;
  readonly change: (notice: string) => void;
  readonly open: () => void;
  readonly close: () => void;
  readonly blocked: boolean;
  readonly followed: boolean;
}

const Settings = ({ notice, change, open, close, blocked, followed }: SettingsProps) => {
  const [text, setText] = useState(notice);
  // Esc means here: put this away, and not 下一位.
  const byKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  return (
    <div className="ui-stack" style={{ width: 360 }}>
      <span role="status">
        {blocked ? '浏览器拦住了新窗口:请点地址栏右边的图标,选“允许弹出”,再打开一次。' : null}
        {!blocked && followed ? '对外屏已经打开,正对着居民。' : null}
        {!blocked && !followed ? '对外屏还没有打开。' : null}
      </span>
      <Field label="没有人办事时显示的一句话" help="居民都看得到,不要写人的事。空着就用原来的。">
        {(tied) => (
          <Input
            {...tied}
            value={text}
            maxLength={LONGEST_NOTICE}
            onChange={(e) => setText(e.target.value)}
            onBlur={() => change(text)}
            onPressEnter={() => change(text)}
            onKeyDown={byKey}
          />
        )}
      </Field>
      <Button type="primary" onClick={open}>
        {followed ? '重新打开' : '打开对外屏'}
      </Button>
    </div>
  );
};

/** In the header: opens the screen that faces the resident (F10), and says whether it is there. */
export const SecondLink = ({ session }: { session: SessionView }) => {
  const [notice, setNotice] = useState(() => readNotice(localStorage));
  const [shown, setShown] = useState(false);
  const [blocked, setBlocked] = useState(false);
  const away = useSteppedOut() !== null;
  const followed = useDeskSide(session, away ? AWAY_NOTICE : notice);
  const open = (): void => {
    const opened = openSecond();
    setBlocked(!opened);
    setShown(!opened);
  };
  const byKey = (): boolean => {
    open();
    return true;
  };
  useKeys({ F10: byKey });
  return (
    <Popover
      trigger="click"
      // In the header, so that the next Tab after the button leads into it.
      getPopupContainer={(button) => button.parentElement ?? document.body}
      open={shown}
      onOpenChange={(wanted) => {
        // The first press opens the screen; once it is there the same button leads to its settings.
        if (wanted && !followed) open();
        else setShown(wanted);
      }}
      content={
        <Settings
          notice={notice}
          change={(text) => setNotice(keepNotice(localStorage, text))}
          open={open}
          close={() => setShown(false)}
          blocked={blocked}
          followed={followed}
        />
      }
    >
      <Button>
        {followed ? '对外屏 已开' : '对外屏'} <span className="ui-key">F10</span>
      </Button>
    </Popover>
  );
};
