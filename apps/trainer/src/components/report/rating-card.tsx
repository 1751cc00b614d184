'use client';

import type { HistoryObjective, ObjectiveRating } from '@dwell/scoring';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief, useDebriefActs } from '@/live/debrief-provider.tsx';
import { TextArea } from '../console/text-area.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { LetterChoice } from './letter-choice.tsx';
import { MeasureList } from './measure-list.tsx';
import { RatingNotes } from './rating-notes.tsx';
import { RatingPins } from './rating-pins.tsx';
import { useNames } from './use-names.ts';
import { lacksOf, useRatingDraft } from './use-rating-draft.ts';

type Props = { objective: HistoryObjective; rating: ObjectiveRating };

/** One objective: what was measured, which letter, what was seen, and at which moments. */
export function RatingCard({ objective, rating }: Props) {
  const { text, language } = useReading();
  const { exerciseId, view } = useDebrief();
  const { act, busy } = useDebriefActs(exerciseId);
  const nameOf = useNames();
  const { given } = rating;
  const { draft, changed, change, drop } = useRatingDraft(
    exerciseId,
    view.team.id,
    objective.id,
    given,
  );
  const words = text.rating;
  const lacks = lacksOf(draft);
  const measures = (view.debrief?.score.measures ?? []).filter(({ id }) =>
    rating.measures.includes(id),
  );
  const save = async () => {
    const { letter } = draft;
    if (letter === null || lacks.length > 0 || busy) return;
    const observation = draft.observation.trim();
    const done = { objective: objective.id, letter, observation, moments: draft.moments };
    if (await act({ do: 'rate', team: view.team.id, rating: done })) drop();
  };
  const pin = (moment: string | null) =>
    moment === null || draft.moments.includes(moment) ? draft.moments : [...draft.moments, moment];
  return (
    <section
      id={objective.id}
      aria-labelledby={`${objective.id}-title`}
      className="scroll-mt-4 rounded-md border border-line bg-surface-2"
    >
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line px-4 py-3">
        <h3 id={`${objective.id}-title`} className="m-0 text-16 font-semibold">
          <span className="mr-1 text-ink-3">{objective.id}</span>{' '}
          {pickText(language, objective.title)}
        </h3>
        <span className="ml-auto">
          {given ? (
            <Badge severity="good">{words.ratedBy(given.letter, nameOf(given.by))}</Badge>
          ) : (
            <Badge severity="info">{words.notRated}</Badge>
          )}
        </span>
        <div className="w-full text-13 text-ink-2">
          <p className="m-0 max-w-[80ch]">{pickText(language, objective.measure)}</p>
        </div>
      </header>
      <div className="flex flex-col gap-5 px-4 py-4">
        {measures.length === 0 ? (
          <p className="m-0 text-13 text-ink-3">{words.nothingMeasured}</p>
        ) : (
          <MeasureList measures={measures} />
        )}
        <LetterChoice
          objective={objective}
          at={draft.letter}
          suggested={rating.suggested}
          disabled={!view.rates}
          onPick={(letter) => change({ letter })}
        />
        {view.rates && (
          <RatingNotes
            objective={objective.id}
            onUse={(note, moment) =>
              change({
                observation: [draft.observation.trim(), note].filter(Boolean).join('\n'),
                moments: pin(moment),
              })
            }
          />
        )}
        {view.rates ? (
          <TextArea
            label={words.observation}
            hint={words.observationHint}
            rows={3}
            maxLength={4000}
            value={draft.observation}
            onChange={(observation) => change({ observation })}
            onSubmit={() => void save()}
          />
        ) : (
          given && <p className="m-0 text-14 whitespace-pre-line">{given.observation}</p>
        )}
        <RatingPins
          pinned={draft.moments}
          disabled={!view.rates}
          onChange={(moments) => change({ moments })}
        />
        {view.rates && (
          <footer className="flex flex-wrap items-center gap-3">
            <Button
              kind="primary"
              disabled={busy || lacks.length > 0 || !changed}
              onClick={() => void save()}
            >
              {words.save}
            </Button>
            <span role="status" className="text-12 text-ink-3">
              {changed && lacks.length > 0
                ? words.missing(lacks.map((each) => words.needs[each]).join(', '))
                : changed
                  ? words.unsaved
                  : given
                    ? words.saved
                    : words.missing(lacks.map((each) => words.needs[each]).join(', '))}
            </span>
            {given && (
              <Button
                kind="quiet"
                small
                className="ml-auto"
                disabled={busy}
                onClick={() =>
                  void act({ do: 'unrate', team: view.team.id, objective: objective.id })
                }
              >
                {words.withdraw}
              </Button>
            )}
          </footer>
        )}
      </div>
    </section>
  );
}
