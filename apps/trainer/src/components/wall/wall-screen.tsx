'use client';

import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk } from '@/live/desk-provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { DeskGate } from '../desk/desk-screen.tsx';
import { useSecondsLeft } from '../desk/freeze-panel.tsx';
import { IntervalRows } from '../desk/interval-rows.tsx';
import { ExerciseStateBadge } from '../exercises/exercise-state.tsx';
import { ReadingControls } from '../frame/reading-controls.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { WallTeam } from './wall-team.tsx';

/** All teams side by side, in letters for the back row. The truth is hidden until it is asked for. */
export function WallScreen({ exerciseId }: { exerciseId: string }) {
  return (
    <DeskGate exerciseId={exerciseId}>
      <Wall />
    </DeskGate>
  );
}

function Wall() {
  const { text, language } = useReading();
  const { exerciseId, desk } = useDesk();
  const withTruth = useSearchParams().get('truth') === '1';
  const phase = desk.phases.find((each) => each.id === desk.phase);
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line bg-surface-2 px-6 py-4">
        <h1 className="m-0 text-28 font-semibold tracking-tight">{desk.row.name}</h1>
        <ExerciseStateBadge state={desk.row.state} />
        {phase && <span className="text-20 text-ink-2">{pickText(language, phase.title)}</span>}
        <span className="ml-auto flex items-center gap-2">
          <Button
            small
            aria-pressed={withTruth}
            onClick={() => setSearchParams({ truth: withTruth ? null : '1' })}
          >
            {withTruth ? text.wall.hideTruth : text.wall.showTruth}
          </Button>
          <Link
            href={`/exercises/${exerciseId}/debrief`}
            className={`${buttonClass(desk.row.state === 'ended' ? 'primary' : 'quiet', true)} no-underline`}
          >
            {text.debrief.open}
          </Link>
          <Link
            href={`/exercises/${exerciseId}`}
            className={`${buttonClass('quiet', true)} no-underline`}
          >
            {text.wall.backToDesk}
          </Link>
          <ReadingControls />
        </span>
      </header>
      <main id="work" className="flex min-h-0 flex-1 flex-col gap-4 p-6">
        {desk.freeze && <WallFreeze withTruth={withTruth} />}
        <div className="grid flex-1 auto-rows-fr grid-cols-[repeat(auto-fit,minmax(360px,1fr))] gap-4">
          {desk.teams.map((team) => (
            <WallTeam key={team.team.id} team={team} withTruth={withTruth} />
          ))}
        </div>
      </main>
    </div>
  );
}

function WallFreeze({ withTruth }: { withTruth: boolean }) {
  const { text } = useReading();
  const { desk } = useDesk();
  const freeze = desk.freeze!;
  const left = useSecondsLeft(freeze.endsWallMs);
  const nameOf = (id: string) => desk.people.find((person) => person.id === id)?.name ?? id;
  const asked = desk.people.filter((person) => person.kind === 'trainee').length;
  const truth = Math.max(0, ...desk.teams.map((team) => team.truth.accountsLost));
  // Answers stay covered until the time is up, so that nobody leans on them.
  const open = left === 0 || freeze.answers.length >= asked;
  return (
    <section
      aria-label={text.desk.freeze}
      className="rounded-md border border-attention bg-surface-2 p-6"
    >
      <p className="m-0 flex flex-wrap items-baseline gap-x-6 text-28 leading-9 font-semibold">
        {freeze.question}
        <span className="ml-auto text-20 font-normal text-ink-2" role="status">
          {text.desk.freezeOn(String(freeze.answers.length), String(asked))}
          {left > 0 && ` · ${text.desk.freezeLeft(String(left))}`}
        </span>
      </p>
      {open && freeze.answers.length > 0 && (
        <div className="mt-4">
          <IntervalRows
            rows={freeze.answers.map((answer) => ({
              ...answer,
              id: answer.by,
              name: nameOf(answer.by),
            }))}
            truth={withTruth ? truth : null}
          />
        </div>
      )}
    </section>
  );
}
