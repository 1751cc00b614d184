import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

/** A square button of one mark; its name is read aloud and shown on hover. */
export function IconButton({
  icon,
  label,
  pressed,
  className,
  ...rest
}: Omit<ComponentProps<'button'>, 'aria-label'> & {
  icon: IconName;
  label: string;
  pressed?: boolean;
}) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      {...rest}
      className={classNames(
        'inline-flex size-7 shrink-0 items-center justify-center rounded-md text-ink-2',
        'hover:bg-surface-3 hover:text-ink-1 disabled:opacity-40',
        pressed && 'bg-surface-3 text-ink-1',
        className,
      )}
    >
      <Icon name={icon} />
    </button>
  );
}
