'use client';

import type { Score } from '@dwell/scoring';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { Meter } from '../ui/meter.tsx';
import { Panel } from '../ui/panel.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { DebriefGate } from './debrief-gate.tsx';
import { DebriefHead } from './debrief-head.tsx';
import { DebriefWorkNote } from './debrief-work-note.tsx';
import { FreezesPanel } from './freezes-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { RatingCard } from './rating-card.tsx';
import { ScorePanel } from './score-panel.tsx';

/** The evaluators' page: a card an objective at the left, what it comes to at the right. */
export function RatingsScreen({ exerciseId }: { exerciseId: string }) {
  return (
    <DebriefGate exerciseId={exerciseId}>
      <Ratings />
    </DebriefGate>
  );
}

function Ratings() {
  const { text } = useReading();
  const { view } = useDebrief();
  const { debrief } = view;
  const words = text.rating;
  return (
    <div className="flex min-h-dvh flex-col">
      <DebriefHead here="ratings" />
      <main id="work" className="mx-auto flex w-full max-w-[1400px] flex-col gap-5 px-6 py-6">
        <header className="flex flex-wrap items-end gap-x-10 gap-y-3">
          <div className="min-w-0 flex-1">
            <h2 className="m-0 text-28 font-semibold tracking-tight">{words.title}</h2>
            <p className="m-0 mt-1 max-w-[72ch] text-14 text-ink-2">
              {view.rates ? words.lead : words.readOnly}
            </p>
          </div>
          {debrief && <Left score={debrief.score} />}
        </header>
        <DebriefWorkNote />
        {debrief === null && view.failed === null && <Skeleton className="h-64" />}
        {debrief && (
          <div className="grid grid-cols-[minmax(0,1fr)_360px] items-start gap-5 max-xl:grid-cols-1">
            <div className="flex min-w-0 flex-col gap-5">
              {debrief.score.objectives.map((rating) => {
                const objective = debrief.history.objectives.find(
                  ({ id }) => id === rating.objective,
                );
                return (
                  objective && (
                    <RatingCard
                      key={`${view.team.id} ${rating.objective}`}
                      objective={objective}
                      rating={rating}
                    />
                  )
                );
              })}
              <PeoplePanel people={debrief.score.people} />
              <FreezesPanel freezes={debrief.history.freezes} />
            </div>
            <div className="sticky top-4 flex max-h-[calc(100dvh-32px)] min-w-0 flex-col gap-5 overflow-y-auto max-xl:static max-xl:order-first max-xl:max-h-none">
              <ScorePanel score={debrief.score} />
              <ObjectiveList />
            </div>
          </div>
        )}
      </main>
    </div>
  );
}

function Left({ score }: { score: Score }) {
  const { text } = useReading();
  const of = score.objectives.length;
  const rated = score.objectives.filter(({ given }) => given !== null).length;
  return (
    <div role="status" className="w-[340px] max-w-full">
      <p className="m-0 mb-1 text-13">{text.rating.left(of - rated)}</p>
      <Meter label={text.rating.rated(rated, of)} share={of === 0 ? 0 : rated / of} />
    </div>
  );
}

/** Where each objective stands, and the way to its card. */
function ObjectiveList() {
  const { text, language } = useReading();
  const { view } = useDebrief();
  const { debrief } = view;
  if (!debrief) return null;
  return (
    <Panel title={text.rating.objectives}>
      <ol className="m-0 list-none p-0">
        {debrief.score.objectives.map(({ objective, given, suggested }) => {
          const of = debrief.history.objectives.find(({ id }) => id === objective);
          return (
            <li key={objective}>
              <a
                href={`#${objective}`}
                className="flex min-h-7 items-center gap-3 text-13 text-ink-1 no-underline hover:text-accent"
              >
                <span className="w-6 text-ink-3">{objective}</span>
                <span className="min-w-0 flex-1 truncate">
                  {of ? pickText(language, of.title) : objective}
                </span>
                <span className={given ? 'font-semibold' : 'text-ink-3'}>
                  {given ? given.letter : suggested === null ? '–' : `(${suggested})`}
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
