import { classNames } from './class-names.ts';

/** The place of something on its way. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div aria-hidden="true" className={classNames('busy rounded-md bg-surface-3', className)} />
  );
}
