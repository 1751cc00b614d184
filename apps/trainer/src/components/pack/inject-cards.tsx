'use client';

import type { ExerciseInject } from '@dwell/simulator/router';
import { formatSpan } from '@/i18n/format-time.ts';
import { injectPlaces, type InjectPlace } from '../wizard/inject-places.ts';
import { usePack } from './pack-context.tsx';
import { SheetTitle, Stacked, TickBox } from './sheet-parts.tsx';

/** In the order of the programme: by minute, then those on a condition, then the pocket. */
export function placesInOrder(places: readonly InjectPlace[]): readonly InjectPlace[] {
  const rank = (place: InjectPlace) => place.minute ?? (place.pocket ? 2e9 : 1e9);
  return places.filter((place) => place.inject.matters).toSorted((a, b) => rank(a) - rank(b));
}

/** Every inject that matters on a card: its words, what is wanted, what follows if nobody does it. */
export function InjectCards() {
  const { text, card } = usePack();
  const places = placesInOrder(injectPlaces(card.plan));
  const everyday = card.plan.injects.length - places.length;
  return (
    <>
      <SheetTitle note={text.pack.controlOnly}>{text.pack.partNames.injects}</SheetTitle>
      <div className="flex flex-col gap-4">
        {places.map((place, at) => (
          <Card key={place.inject.id} place={place} number={at + 1} />
        ))}
      </div>
      {everyday > 0 && (
        <p className="mt-4 mb-0 text-12 text-ink-2">{text.pack.everydayNote(everyday)}</p>
      )}
    </>
  );
}

/** When an inject comes, in words. */
export function useWhen(): (place: InjectPlace) => string {
  const { text } = usePack();
  return ({ minute, pocket }) =>
    minute !== null
      ? text.pack.atMinute(String(Math.round(minute)))
      : pocket
        ? text.pack.byHand
        : text.pack.onCondition;
}

function Card({ place, number }: { place: InjectPlace; number: number }) {
  const { text, language, say, role } = usePack();
  const when = useWhen();
  const words = text.pack;
  const { inject } = place;
  return (
    <section className="whole rounded-md text-12 border border-line-strong">
      <header className="flex items-baseline gap-4 border-b border-line-strong bg-surface-3 px-4 py-2">
        <span className="figures font-mono text-16 font-semibold">{number}</span>
        <h3 className="m-0 min-w-0 text-14 font-semibold">{say(inject.subject)}</h3>
        <span className="ml-auto text-12 whitespace-nowrap text-ink-2">{when(place)}</span>
      </header>
      <div className="grid grid-cols-2">
        <div className="border-r border-line px-4 py-2">
          <p className="m-0 mb-1 text-[11px] text-ink-3">
            {text.world.choices[inject.channel] ?? inject.channel}, {inject.from} →{' '}
            {inject.to.map(role).join(', ')}
          </p>
          <p className="m-0 whitespace-pre-line">{say(inject.body)}</p>
        </div>
        <dl className="m-0 px-4 py-2">
          {inject.wanted && (
            <Stacked name={words.wanted}>
              <span className="font-medium">{say(inject.wanted)}</span>
              {inject.within !== null && (
                <span className="block text-12 text-ink-3">
                  {words.within(formatSpan(language, inject.within))}
                </span>
              )}
            </Stacked>
          )}
          {inject.ifMissed && <Stacked name={words.ifMissed}>{say(inject.ifMissed)}</Stacked>}
          <Options inject={inject} />
          {inject.objectives.length > 0 && (
            <Stacked name={words.evidenceFor}>{inject.objectives.join(', ')}</Stacked>
          )}
        </dl>
      </div>
      <footer className="flex gap-6 border-t border-line px-4 py-2 text-12">
        <TickBox label={words.sent} />
        <span className="flex flex-1 items-center gap-2 text-ink-3">
          {words.observed}
          <span className="h-4 flex-1 border-b border-ink-3" />
        </span>
      </footer>
    </section>
  );
}

function Options({ inject }: { inject: ExerciseInject }) {
  const { text, say } = usePack();
  if (inject.options.length === 0) return null;
  return (
    <Stacked name={text.pack.options}>
      <ul className="m-0 flex list-disc flex-col gap-[2px] pl-4 text-12">
        {inject.options.map((option) => (
          <li key={option.id}>
            {say(option.text)}
            {option.price && <span className="text-ink-3"> ({say(option.price)})</span>}
          </li>
        ))}
      </ul>
    </Stacked>
  );
}
