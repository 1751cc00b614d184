import type { ReactNode } from 'react';

/** Nothing here yet: what it means and what to do next. */
export function Empty({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-2 px-4 pt-3 pb-5">
      <p className="m-0 text-14 text-ink-1">{title}</p>
      {children && <p className="m-0 max-w-[64ch] text-13 text-ink-2">{children}</p>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
