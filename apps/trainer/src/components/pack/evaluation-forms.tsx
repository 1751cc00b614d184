'use client';

import type { Objective } from '@dwell/simulator/router';
import { injectPlaces } from '../wizard/inject-places.ts';
import { placesInOrder } from './inject-cards.tsx';
import { usePack } from './pack-context.tsx';
import { Blank, SheetTitle, TickBox } from './sheet-parts.tsx';

const RATINGS = ['p', 's', 'm', 'u'] as const;
const LINES = 9;

/** One form an objective: lines to write on, then one of four ratings with what each means here. */
export function EvaluationForms() {
  const { card } = usePack();
  return card.plan.objectives.map((objective, at) => (
    <Form key={objective.id} objective={objective} first={at === 0} />
  ));
}

function Form({ objective, first }: { objective: Objective; first: boolean }) {
  const { text, say, card } = usePack();
  const words = text.pack;
  const injects = placesInOrder(injectPlaces(card.plan)).flatMap(({ inject }, at) =>
    inject.objectives.includes(objective.id) ? [at + 1] : [],
  );
  return (
    <section className="leaf">
      <SheetTitle note={first ? words.eegLead : undefined}>
        {objective.id} {say(objective.title)}
      </SheetTitle>
      <div className="mb-4 flex gap-6">
        <Blank name={words.team} />
        <Blank name={words.evaluator} />
        <Blank name={words.date} />
      </div>
      <p className="m-0 mb-1">
        <span className="mr-2 text-12 text-ink-3">{words.measure}</span>
        {say(objective.measure)}
      </p>
      {injects.length > 0 && (
        <p className="m-0 mb-4">
          <span className="mr-2 text-12 text-ink-3">{words.partNames.injects}</span>
          {injects.join(', ')}
        </p>
      )}
      <h3 className="m-0 mb-1 text-14 font-semibold">{words.observations}</h3>
      <div className="mb-5">
        <div className="grid grid-cols-[72px_120px_1fr] border-b border-ink-1 text-12 text-ink-3">
          <span>{words.time}</span>
          <span className="pl-2">{words.whoSaw}</span>
          <span className="pl-2">{words.what}</span>
        </div>
        {Array.from({ length: LINES }, (_, line) => (
          <div
            key={line}
            className="grid h-[8.5mm] grid-cols-[72px_120px_1fr] border-b border-line-strong"
          >
            <span />
            <span className="border-x border-line" />
            <span />
          </div>
        ))}
      </div>
      <h3 className="m-0 mb-1 text-14 font-semibold">{words.rating}</h3>
      <table className="mb-5">
        <tbody>
          {RATINGS.map((rating) => (
            <tr key={rating} className="border-b border-line align-top">
              <td className="w-14 py-2">
                <TickBox
                  label={<span className="text-16 font-semibold">{rating.toUpperCase()}</span>}
                />
              </td>
              <td className="w-52 py-2 pr-3 text-12 text-ink-2">{words.ratings[rating]}</td>
              <td className="py-2">{say(objective.ratings[rating])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="whole grid grid-cols-2 gap-8">
        {[words.strengths, words.gapsSeen].map((title) => (
          <div key={title}>
            <h3 className="m-0 text-12 font-normal text-ink-3">{title}</h3>
            {[0, 1, 2].map((line) => (
              <div key={line} className="h-[8.5mm] border-b border-line-strong" />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}
