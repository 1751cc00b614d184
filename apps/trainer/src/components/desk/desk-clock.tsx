'use client';

import { MINUTE_MS, SECOND_MS } from '@dwell/core/time';
import type { DeskTeam } from '@dwell/simulator/router';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk, useDeskActs } from '@/live/desk-provider.tsx';
import { SPEEDS } from '../frame/speeds.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Popover } from '../ui/popover.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { JumpTo } from './jump-to.tsx';
import { useTeamClock } from './use-desk-clock.ts';

/** One clock for all teams: play, speed, step, jump. */
export function DeskClock() {
  const { desk } = useDesk();
  const team = desk.teams[0];
  return team ? <Clock team={team} /> : null;
}

function Clock({ team }: { team: DeskTeam }) {
  const { text } = useReading();
  const { desk, mayControl } = useDesk();
  const { clock: send, busy } = useDeskActs();
  const { clock } = useTeamClock(team);
  const playing = clock.state === 'playing';
  const still =
    !mayControl ||
    desk.row.state === 'ended' ||
    clock.state === 'ended' ||
    clock.state === 'building';
  const known = SPEEDS.includes(clock.speed as (typeof SPEEDS)[number]);
  return (
    <div role="group" aria-label={text.clock.label} className="flex items-center gap-1">
      <IconButton
        icon={playing ? 'pause' : 'play'}
        label={playing ? text.clock.pause : text.clock.play}
        disabled={still}
        onClick={() => send({ do: playing ? 'pause' : 'play' })}
        className="bg-surface-3"
      />
      <span className="mx-2 inline-flex items-center gap-2">
        <Face team={team} />
        {clock.catchingUp && <Badge severity="info">{text.clock.catchingUp}</Badge>}
        {clock.slowed && <Badge severity="attention">{text.clock.slowed}</Badge>}
      </span>
      <select
        aria-label={text.clock.speed}
        value={known ? clock.speed : ''}
        disabled={still}
        onChange={(event) => send({ do: 'speed', speed: Number(event.target.value) })}
        className="h-7 rounded-md border border-line bg-surface-2 px-1 text-13 text-ink-2 hover:text-ink-1 disabled:opacity-40"
      >
        {!known && <option value="">{text.clock.times(formatCount(clock.speed))}</option>}
        {SPEEDS.map((speed) => (
          <option key={speed} value={speed}>
            {text.clock.times(formatCount(speed))}
          </option>
        ))}
      </select>
      <Popover
        label={text.desk.step}
        opener={(attributes) => (
          <IconButton icon="step" label={text.desk.step} disabled={still || busy} {...attributes} />
        )}
      >
        {(close) => <StepMenu team={team} close={close} />}
      </Popover>
    </div>
  );
}

function Face({ team }: { team: DeskTeam }) {
  const seconds = team.run.clock.speed <= 60;
  const { now } = useTeamClock(team, seconds ? SECOND_MS : MINUTE_MS);
  return (
    <SimTimeText
      calendar={team.run.calendar}
      at={now}
      form="full"
      seconds={seconds}
      className="font-mono text-13 whitespace-nowrap text-ink-1"
    />
  );
}

function StepMenu({ team, close }: { team: DeskTeam; close: () => void }) {
  const { text } = useReading();
  const { clock: send } = useDeskActs();
  const steps = [
    ['inject', text.desk.toInject],
    ['alert', text.desk.toAlert],
    ['hour', text.clock.jumpHour],
    ['day', text.clock.jumpDay],
  ] as const;
  return (
    <div className="flex w-[250px] flex-col">
      {steps.map(([by, title]) => (
        <Button
          key={by}
          kind="quiet"
          className="justify-start!"
          onClick={() => {
            send({ do: 'step', by });
            close();
          }}
        >
          {title}
        </Button>
      ))}
      <JumpTo team={team} close={close} />
    </div>
  );
}
