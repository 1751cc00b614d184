'use client';

import type { Verdict } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { Badge, type Severity } from '../ui/badge.tsx';

const SEVERITY: Record<Verdict, Severity> = { true: 'critical', false: 'info', benign: 'good' };

/** A verdict by shape and word. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { text } = useReading();
  return <Badge severity={SEVERITY[verdict]}>{text.alerts.verdicts[verdict]}</Badge>;
}
