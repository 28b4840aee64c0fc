import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { sessionQuery } from '../platform/session.ts';
import { FeedbackForm } from './feedback-form.tsx';

/** The button 意见 and what it opens: beside the work, which stays as it is. */
export const FeedbackEntry = () => {
  const { data: session } = useQuery(sessionQuery);
  const [open, setOpen] = useState(false);
  if (!session) return null;
  const close = (): void => setOpen(false);
  // The keys of the desk behind rest meanwhile; Esc means here: put this away, and not 下一位.
  const byKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
        意见
      </Button>
      <Drawer
        title="意见:建议、问题、投诉"
        open={open}
        onClose={close}
        onKeyDown={byKey}
        keyboard={false}
        size={480}
        destroyOnHidden
        // The field takes the focus, not the panel.
        autoFocus={false}
        closable={{ 'aria-label': '关上' }}
      >
        <FeedbackForm session={session} close={close} />
      </Drawer>
    </>
  );
};
