'use client';

import type { HourFrame, ResponseCard, ResponseState } from '@dwell/simulator/router';
import { formatCompact, formatCount } from '@/i18n/format-number.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { Empty } from '../ui/empty.tsx';
import { Panel } from '../ui/panel.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { effectOf } from './effect-of.ts';

type Props = {
  responses: readonly ResponseState[];
  cards: readonly ResponseCard[];
  frames: readonly HourFrame[];
  binHours: number;
};

/** What took effect, and how the shop did in the day after against the day before. */
export function DoneList({ responses, cards, frames, binHours }: Props) {
  const { text, language } = useReading();
  const { run } = useRun();
  const done = responses.filter((each) => each.state !== 'in-flight').toReversed();
  return (
    <Panel title={text.respond.done} flush>
      {done.length === 0 && <Empty title={text.respond.doneEmpty} />}
      <ul className="m-0 list-none p-0 pb-2">
        {done.map((each) => {
          const card = cards.find((one) => one.id === each.id);
          // What only looks at the shop, or writes more of it down, changes nothing in it.
          const looks = each.id.endsWith('-rule') || each.id === 'enrich';
          const effect =
            each.state === 'done' && !looks ? effectOf(frames, binHours, each.effectiveAt) : null;
          return (
            <li key={each.commandSequence} className="px-4 py-2 text-13">
              <div className="flex items-baseline gap-3">
                <span
                  className={each.state === 'withdrawn' ? 'text-ink-3 line-through' : 'text-ink-1'}
                >
                  {card ? pickText(language, card.title) : each.id}
                </span>
                <span className="ml-auto text-12 whitespace-nowrap text-ink-3">
                  <SimTimeText calendar={run.calendar} at={each.effectiveAt} />
                </span>
              </div>
              {Object.keys(each.params).length > 0 && (
                <div className="truncate font-mono text-12 text-ink-3">
                  {Object.entries(each.params)
                    .map(
                      ([name, value]) =>
                        `${text.world.params[name] ?? name} ${text.world.choices[String(value)] ?? value}`,
                    )
                    .join(' · ')}
                </div>
              )}
              {effect && (
                <dl
                  className="m-0 mt-1 flex flex-wrap gap-x-4 text-12 text-ink-2"
                  aria-label={text.respond.effect}
                >
                  {effect.map(({ id, before, after }) => (
                    <div
                      key={id}
                      title={`${formatCount(before)} → ${formatCount(after)}`}
                      className="flex gap-1"
                    >
                      <dt className="text-ink-3">{text.respond.effects[id]}</dt>
                      <dd className="m-0">
                        {formatCompact(language, before)} → {formatCompact(language, after)}
                      </dd>
                    </div>
                  ))}
                </dl>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
