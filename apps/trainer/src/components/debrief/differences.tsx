'use client';

import type { WhatIf } from '@dwell/simulator/router';
import { formatCompact, formatWon } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { classNames } from '../ui/class-names.ts';

/** A difference in numbers: less is better, and it says so in words and by an arrow. */
export function Differences({ difference }: { difference: WhatIf['difference'] }) {
  const { text, language } = useReading();
  const words = text.debrief.whatIf;
  const compact = (value: number) => formatCompact(language, value);
  const days = (value: number) => String(Number(value.toFixed(1)));
  return (
    <dl className="m-0 flex flex-wrap gap-x-8 gap-y-2">
      <Difference
        big
        name={words.accounts}
        value={difference.accounts}
        told={signed(difference.accounts, compact)}
      />
      <Difference
        name={words.days}
        value={difference.days}
        told={difference.days === null ? words.unknown : signed(difference.days, days)}
      />
      <Difference
        name={words.hours}
        value={difference.customerHours}
        told={signed(difference.customerHours, compact)}
      />
      <Difference
        name={words.won}
        value={difference.won}
        told={signed(difference.won, (value) => formatWon(language, value))}
      />
    </dl>
  );
}

/** With its sign before it, a true minus. */
const signed = (value: number, format: (size: number) => string): string =>
  value === 0 ? '0' : `${value < 0 ? '−' : '+'}${format(Math.abs(value))}`;

type Props = { name: string; value: number | null; told: string; big?: boolean };

function Difference({ name, value, told, big }: Props) {
  const { text } = useReading();
  const words = text.debrief.whatIf;
  const better = value !== null && value < 0;
  const worse = value !== null && value > 0;
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-12 text-ink-3 2xl:text-14">
        {name}
        {(better || worse) && (
          <span className={better ? 'text-good' : 'text-severe'}>
            {' '}
            {better ? `▼ ${words.better}` : `▲ ${words.worse}`}
          </span>
        )}
      </dt>
      <dd
        className={classNames(
          'figures m-0 tracking-tight whitespace-nowrap',
          big
            ? 'text-28 leading-9 font-semibold 2xl:text-[44px] 2xl:leading-[52px]'
            : 'text-20 leading-9 2xl:text-28 2xl:leading-[52px]',
          value === null || value === 0 ? 'text-ink-3' : 'text-ink-1',
        )}
      >
        {told}
      </dd>
    </div>
  );
}
