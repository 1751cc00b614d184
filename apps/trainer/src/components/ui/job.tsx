import type { ReactNode } from 'react';
import { Meter } from './meter.tsx';

type Props = {
  title: string;
  share: number;
  left: ReactNode;
  action?: ReactNode;
  tone?: 'accent' | 'past';
};

/** A long job: what it is, how far, how long yet, and the way to stop it. */
export function Job({ title, share, left, action, tone }: Props) {
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-baseline gap-3">
        <span className="text-14">{title}</span>
        <span className="ml-auto text-13 text-ink-2">{left}</span>
      </div>
      <div className="flex items-center gap-3">
        <Meter label={title} share={share} tone={tone} />
        {action}
      </div>
    </div>
  );
}
