'use client';

import type { ReactNode } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { errorParts } from '@/live/error-parts.ts';
import { Button } from './button.tsx';
import { SeverityMark } from './badge.tsx';

type Props = { error: unknown; onRetry?: () => void; action?: ReactNode };

/** What is wrong, where, what now. Never a stack. */
export function ErrorState({ error, onRetry, action }: Props) {
  const { text, language } = useReading();
  const { what, where, todo } = errorParts(error, text, language);
  return (
    <div role="alert" className="flex items-start gap-2 px-4 py-4">
      <SeverityMark severity="severe" />
      <div className="flex min-w-0 flex-col items-start gap-1">
        <p className="m-0 text-14 wrap-anywhere text-ink-1">{what}</p>
        <p className="m-0 text-13 text-ink-2">
          {where && <span className="font-mono text-12 text-ink-3">{where} · </span>}
          {todo}
        </p>
        <div className="mt-2 flex gap-2">
          {onRetry && (
            <Button small onClick={onRetry}>
              {text.common.retry}
            </Button>
          )}
          {action}
        </div>
      </div>
    </div>
  );
}
