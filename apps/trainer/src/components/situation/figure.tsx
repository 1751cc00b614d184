import type { ReactNode } from 'react';

/** A name above an exact number. */
export function Figure({
  name,
  title,
  children,
}: {
  name: ReactNode;
  title?: string;
  children: ReactNode;
}) {
  return (
    <div className="min-w-0">
      <dt className="truncate text-12 text-ink-3">{name}</dt>
      <dd className="m-0 text-16 whitespace-nowrap text-ink-1" title={title}>
        {children}
      </dd>
    </div>
  );
}
