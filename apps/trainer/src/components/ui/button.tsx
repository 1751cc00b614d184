import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

type Kind = 'primary' | 'plain' | 'quiet' | 'danger';

const LOOK: Record<Kind, string> = {
  primary: 'bg-accent text-on-accent border-accent font-semibold hover:brightness-110',
  plain: 'bg-surface-3 text-ink-1 border-line-strong hover:border-ink-2',
  quiet: 'bg-transparent text-ink-2 border-transparent hover:bg-surface-3 hover:text-ink-1',
  danger: 'bg-transparent text-critical border-critical hover:bg-surface-3',
};

/** The face of a button, for links that act like one. */
export function buttonClass(kind: Kind = 'plain', small = false): string {
  return classNames(
    'inline-flex items-center justify-center gap-2 rounded-md border whitespace-nowrap select-none',
    'disabled:opacity-50 aria-disabled:opacity-50',
    small ? 'h-6 px-2 text-12' : 'h-8 px-3 text-13',
    LOOK[kind],
  );
}

/** A button with a verb on it. One `primary` a decision. */
export function Button({
  kind,
  small,
  className,
  ...rest
}: ComponentProps<'button'> & { kind?: Kind; small?: boolean }) {
  return (
    <button type="button" {...rest} className={classNames(buttonClass(kind, small), className)} />
  );
}
