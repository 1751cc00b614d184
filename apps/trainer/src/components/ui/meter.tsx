import { classNames } from './class-names.ts';

type Props = { label: string; share: number; tone?: 'accent' | 'past' | 'severe'; thin?: boolean };

/** A bar from nothing to everything; `share` from 0 to 1. */
export function Meter({ label, share, tone = 'accent', thin }: Props) {
  const percent = Math.max(0, Math.min(100, share * 100));
  const colour = tone === 'past' ? 'bg-past' : tone === 'severe' ? 'bg-severe' : 'bg-accent';
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(percent)}
      className={classNames(
        'w-full overflow-hidden rounded-full bg-surface-3',
        thin ? 'h-1' : 'h-2',
      )}
    >
      <div className={classNames('h-full rounded-full', colour)} style={{ width: `${percent}%` }} />
    </div>
  );
}
