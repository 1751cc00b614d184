'use client';

import type { GateView } from '@dwell/simulator/router';
import { formatCompact } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';

/** The gateway's checks in short: which are on and what each refused. */
export function GatesStrip({ gates }: { gates: readonly GateView[] }) {
  const { text, language } = useReading();
  return (
    <ul className="m-0 grid list-none grid-cols-1 p-0">
      {gates.map((gate) => (
        <li key={gate.check} className="row flex items-center gap-2 text-13">
          <span aria-hidden="true" className={gate.on ? 'text-good' : 'text-ink-3'}>
            {gate.on ? '■' : '□'}
          </span>
          <span className={gate.on ? 'text-ink-1' : 'text-ink-3'}>
            {text.world.checks[gate.check] ?? gate.check}
          </span>
          <span className="text-12 text-ink-3">
            {gate.on ? text.shop.gateOn : text.shop.gateOff}
          </span>
          {gate.refusedLastHour > 0 && (
            <span className="ml-auto text-12 text-ink-2">
              {text.shop.gateRefused(formatCompact(language, gate.refusedLastHour))}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
