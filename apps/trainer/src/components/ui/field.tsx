import { useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

export const CONTROL =
  'h-8 w-full rounded-md border border-line-strong bg-surface-1 px-2 text-13 text-ink-1 aria-invalid:border-critical disabled:opacity-50';

type Props = Omit<ComponentProps<'input'>, 'id'> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  unit?: ReactNode;
};

/** A labelled text field with room for a hint, a unit and what is wrong. */
export function Field({ label, hint, error, unit, className, ...rest }: Props) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={classNames('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="text-12 text-ink-2">
        {label}
      </label>
      <span className="flex items-center gap-2">
        <input
          id={id}
          {...rest}
          className={CONTROL}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
        />
        {unit && <span className="text-12 whitespace-nowrap text-ink-3">{unit}</span>}
      </span>
      {note && (
        <span
          id={`${id}-note`}
          className={classNames('text-12', error ? 'text-critical' : 'text-ink-3')}
        >
          {note}
        </span>
      )}
    </div>
  );
}
