'use client';

import type { RuleCard } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { classNames } from '../ui/class-names.ts';

type Level = NonNullable<RuleCard['level']>;

const MARK: Record<Level | 'none', { shape: string; colour: string }> = {
  critical: { shape: '⬣', colour: 'text-critical' },
  high: { shape: '◇', colour: 'text-severe' },
  medium: { shape: '△', colour: 'text-attention' },
  low: { shape: '▽', colour: 'text-info' },
  informational: { shape: '○', colour: 'text-info' },
  none: { shape: '·', colour: 'text-ink-3' },
};

/** Levels from the loudest on. */
export const LEVEL_ORDER: readonly (Level | null)[] = [
  'critical',
  'high',
  'medium',
  'low',
  'informational',
  null,
];

/** A rule's level by shape, word and colour; `quiet` leaves the word to those who listen. */
export function LevelMark({ level, quiet }: { level: RuleCard['level']; quiet?: boolean }) {
  const { text } = useReading();
  const { shape, colour } = MARK[level ?? 'none'];
  const word = text.levels[level ?? 'none'];
  return (
    <span
      title={quiet ? word : undefined}
      className={classNames('inline-flex items-center gap-1 text-12 whitespace-nowrap', colour)}
    >
      <span aria-hidden="true" className="inline-block w-4 text-center font-mono">
        {shape}
      </span>
      <span className={quiet ? 'sr-only' : undefined}>{word}</span>
    </span>
  );
}
