import { type ReactNode, useId } from 'react';

/** What a control needs to be tied to its label and its message. */
export interface Tied {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}

interface FieldProps {
  readonly label: ReactNode;
  readonly error?: string | undefined;
  readonly help?: ReactNode;
  readonly children: (tied: Tied) => ReactNode;
}

/** Label above, control, then the message beside it: one way for every field of the staff screens. */
export const Field = ({ label, error, help, children }: FieldProps) => {
  const id = useId();
  const said = error ?? help;
  const tied: Tied = {
    id,
    ...(said ? { 'aria-describedby': `${id}-said` } : {}),
    ...(error ? { 'aria-invalid': true } : {}),
  };
  return (
    <div className="ui-field">
      <label htmlFor={id}>{label}</label>
      {children(tied)}
      {said ? (
        <div id={`${id}-said`} className={error ? 'ui-error' : 'ui-quiet'}>
          {said}
        </div>
      ) : null}
    </div>
  );
};
