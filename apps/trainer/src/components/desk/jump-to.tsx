'use client';

import { HOUR_MS } from '@dwell/core/time';
import type { DeskTeam } from '@dwell/simulator/router';
import { useState } from 'react';
import { formatSimTime } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk, useDeskActs } from '@/live/desk-provider.tsx';
import { fromInputTime, toInputTime } from '../frame/local-input-time.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';

type Props = { team: DeskTeam; close: () => void };

/** A moment ahead, for all teams; and a moment behind, for one team in a copy, after a second look. */
export function JumpTo({ team, close }: Props) {
  const { text } = useReading();
  const { clock: send } = useDeskActs();
  const { run } = team;
  const [to, setTo] = useState(() =>
    toInputTime(run.calendar, Math.min(run.endAt, run.clock.now + HOUR_MS)),
  );
  const [late, setLate] = useState(false);
  return (
    <>
      {/* No form of its own: the menu may stand inside one. */}
      <div className="mt-2 flex flex-col gap-2 border-t border-line p-2">
        <Field
          label={text.clock.jumpTime}
          type="datetime-local"
          value={to}
          onChange={(event) => {
            setLate(false);
            setTo(event.target.value);
          }}
          error={late ? text.clock.jumpPast : undefined}
        />
        <Button
          onClick={() => {
            const at = fromInputTime(run.calendar, to);
            if (at === null || at <= run.clock.now) return setLate(true);
            send({ do: 'jump', to: Math.min(at, run.endAt) });
            close();
          }}
        >
          {text.clock.jumpAct}
        </Button>
      </div>
      <RewindFields team={team} close={close} />
    </>
  );
}

function RewindFields({ team: first, close }: Props) {
  const { text, language } = useReading();
  const { desk } = useDesk();
  const { rewind, busy } = useDeskActs();
  const [teamId, setTeamId] = useState(first.team.id);
  const team = desk.teams.find((each) => each.team.id === teamId) ?? first;
  const { run } = team;
  const [back, setBack] = useState(() =>
    toInputTime(run.calendar, Math.max(run.startAt, run.clock.now - HOUR_MS)),
  );
  const [wrong, setWrong] = useState(false);
  const [asked, setAsked] = useState<number | null>(null);
  return (
    <div className="flex flex-col gap-2 border-t border-line p-2">
      {desk.teams.length > 1 && (
        <Select
          label={text.desk.rewind}
          value={team.team.id}
          options={desk.teams.map((each) => ({ value: each.team.id, text: each.team.name }))}
          onPick={setTeamId}
        />
      )}
      <Field
        label={text.desk.rewindTo}
        type="datetime-local"
        value={back}
        onChange={(event) => {
          setWrong(false);
          setBack(event.target.value);
        }}
        error={wrong ? text.desk.rewindPast : undefined}
      />
      <Button
        onClick={() => {
          const at = fromInputTime(run.calendar, back);
          if (at === null || at < run.startAt || at >= run.clock.now) return setWrong(true);
          setAsked(at);
        }}
      >
        {text.desk.rewind}
      </Button>
      {asked !== null && (
        <Confirm
          title={text.desk.rewindTitle(
            team.team.name,
            formatSimTime(language, run.calendar, asked),
          )}
          act={text.desk.rewindAct}
          cancel={text.common.cancel}
          busy={busy}
          onAct={() => {
            void rewind(team.team.id, asked).then(close, () => setAsked(null));
          }}
          onCancel={() => setAsked(null)}
        >
          {text.desk.rewindText}
        </Confirm>
      )}
    </div>
  );
}
