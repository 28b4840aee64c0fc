import { Alert, Button, Spin } from 'antd';
import type { ReactNode } from 'react';

/** Something is on its way. Announced politely, not blinking. */
export const Loading = ({ what }: { what: string }) => (
  <div className="ui-state" role="status">
    <Spin size="small" /> <span>{what}</span>
  </div>
);

/** Nothing here, calmly, with a sentence that says what to do or why that is fine. */
export const Empty = ({ children }: { children: ReactNode }) => (
  <p className="ui-state ui-quiet">{children}</p>
);

interface FailureProps {
  readonly title: string;
  readonly detail?: ReactNode;
  readonly again?: (() => void) | undefined;
  readonly againText?: string;
}

/** Something did not work: what, and one button to try again where that makes sense. Amber: red is for what is late. */
export const Failure = ({ title, detail, again, againText = '再试一次' }: FailureProps) => (
  <Alert
    type="warning"
    showIcon
    role="alert"
    title={title}
    description={detail}
    action={
      again ? (
        <Button size="small" onClick={again}>
          {againText}
        </Button>
      ) : undefined
    }
  />
);
