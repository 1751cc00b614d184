import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

type Props = {
  title?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
  flush?: boolean;
};

/** A titled region of a screen. */
export function Panel({ title, aside, children, className, flush }: Props) {
  const id = useId();
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={classNames('min-w-0 rounded-md border border-line bg-surface-2', className)}
    >
      {title && (
        <header className="flex min-h-9 items-center gap-3 px-4 pt-2">
          <h2 id={id} className="m-0 text-13 font-medium text-ink-2">
            {title}
          </h2>
          {aside && (
            <div className="ml-auto flex items-center gap-2 text-12 text-ink-3">{aside}</div>
          )}
        </header>
      )}
      <div className={flush ? undefined : 'px-4 pt-1 pb-4'}>{children}</div>
    </section>
  );
}
