import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type Severity = 'info' | 'attention' | 'severe' | 'critical' | 'good';

const MARK: Record<Severity, { shape: string; colour: string }> = {
  info: { shape: '○', colour: 'text-info' },
  attention: { shape: '△', colour: 'text-attention' },
  severe: { shape: '◇', colour: 'text-severe' },
  critical: { shape: '⬣', colour: 'text-critical' },
  good: { shape: '●', colour: 'text-good' },
};

/** The shape alone, where the word stands beside it. */
export function SeverityMark({ severity }: { severity: Severity }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'inline-block w-4 text-center font-mono text-12',
        MARK[severity].colour,
      )}
    >
      {MARK[severity].shape}
    </span>
  );
}

/** Severity said three times over: by shape, by word, by colour. */
export function Badge({ severity, children }: { severity: Severity; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 text-12 whitespace-nowrap',
        MARK[severity].colour,
      )}
    >
      <span aria-hidden="true" className="font-mono">
        {MARK[severity].shape}
      </span>
      {children}
    </span>
  );
}
