'use client';

import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useClockAct } from '@/live/use-clock-act.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { ClockFace } from './clock-face.tsx';
import { JumpMenu } from './jump-menu.tsx';
import { SPEEDS } from './speeds.ts';

/** Play, the moment, speed, step, jump. */
export function ClockControls() {
  const { text } = useReading();
  const { clock } = useRun();
  const act = useClockAct();
  const still = clock.state === 'ended' || clock.state === 'building';
  return (
    <div role="group" aria-label={text.clock.label} className="flex items-center gap-1">
      <IconButton
        icon={act.playing ? 'pause' : 'play'}
        label={act.playing ? text.clock.pause : text.clock.play}
        disabled={still}
        onClick={act.toggle}
        className="bg-surface-3"
      />
      <span className="mx-2">
        <ClockFace />
      </span>
      <select
        aria-label={text.clock.speed}
        value={SPEEDS.includes(clock.speed as (typeof SPEEDS)[number]) ? clock.speed : ''}
        disabled={still}
        onChange={(event) => act.speed(Number(event.target.value))}
        className="h-7 rounded-md border border-line bg-surface-2 px-1 text-13 text-ink-2 hover:text-ink-1 disabled:opacity-40"
      >
        {!SPEEDS.includes(clock.speed as (typeof SPEEDS)[number]) && (
          <option value="">{text.clock.times(formatCount(clock.speed))}</option>
        )}
        {SPEEDS.map((speed) => (
          <option key={speed} value={speed}>
            {text.clock.times(formatCount(speed))}
          </option>
        ))}
      </select>
      <IconButton
        icon="step"
        label={text.clock.step}
        disabled={still || act.busy}
        onClick={() => act.step('hour')}
      />
      <JumpMenu disabled={still} />
    </div>
  );
}
