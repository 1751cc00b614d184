'use client';

import { useReading } from '@/i18n/provider.tsx';
import { Field } from '../ui/field.tsx';
import { Confidence } from './confidence.tsx';

type Typed = readonly [string, (text: string) => void];

/** An interval and how sure it is, from the texts of its fields; null while it is none. */
export function readInterval(
  low: string,
  high: string,
  sure: string,
): { low: number; high: number; confidence: number } | null {
  const number = (typed: string) =>
    /^\d[\d,. _]*$/.test(typed.trim()) ? Number(typed.replaceAll(/[,. _]/g, '')) : Number.NaN;
  const [from, to, confidence] = [number(low), number(high), Number(sure)];
  const whole = Number.isSafeInteger(from) && Number.isSafeInteger(to) && from <= to;
  return whole && confidence > 0 && confidence <= 100 ? { low: from, high: to, confidence } : null;
}

/** From so many accounts to so many, and how sure one is that the true number lies between. */
export function IntervalFields({
  low,
  high,
  sure,
  wrong,
}: {
  low: Typed;
  high: Typed;
  sure: Typed;
  wrong: boolean;
}) {
  const { text } = useReading();
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-2 gap-4">
        <Field
          label={text.record.low}
          inputMode="numeric"
          maxLength={16}
          value={low[0]}
          onChange={(event) => low[1](event.target.value)}
          error={wrong ? text.record.intervalWrong : undefined}
        />
        <Field
          label={text.record.high}
          inputMode="numeric"
          maxLength={16}
          value={high[0]}
          onChange={(event) => high[1](event.target.value)}
        />
      </div>
      <Confidence label={text.record.intervalSure} value={sure[0]} onChange={sure[1]} usual="80" />
    </div>
  );
}
