'use client';

import { injectPlaces } from '../wizard/inject-places.ts';
import { placesInOrder, useWhen } from './inject-cards.tsx';
import { Programme } from './manual.tsx';
import { usePack } from './pack-context.tsx';
import { SheetTitle, TickBox } from './sheet-parts.tsx';

/** The facilitator's sheet: phases, and every inject that matters in the order of the room's clock. */
export function RunOfShow() {
  const { text, card, say, role } = usePack();
  const when = useWhen();
  const words = text.pack;
  const places = placesInOrder(injectPlaces(card.plan));
  return (
    <>
      <SheetTitle note={words.controlOnly}>{words.partNames.runOfShow}</SheetTitle>
      <Programme />
      <p className="mb-2 text-12 text-ink-2">{words.runLead}</p>
      <table>
        <thead>
          <tr className="border-b border-line-strong text-12 text-ink-3">
            <th className="w-6 py-1">
              <span className="sr-only">{words.sent}</span>
            </th>
            <th className="w-28 font-normal">{words.when}</th>
            <th className="w-6 font-normal">#</th>
            <th className="font-normal">{text.injects.subject}</th>
            <th className="w-32 font-normal">{words.injectTo}</th>
            <th className="font-normal">{words.expected}</th>
          </tr>
        </thead>
        <tbody>
          {places.map((place, at) => (
            <tr key={place.inject.id} className="border-b border-line align-top">
              <td className="py-1">
                <TickBox />
              </td>
              <td className="pr-3 text-12">{when(place)}</td>
              <td className="font-mono text-12">{at + 1}</td>
              <td className="pr-3 font-medium">{say(place.inject.subject)}</td>
              <td className="pr-3 text-12">{place.inject.to.map(role).join(', ')}</td>
              <td className="text-12">{place.inject.wanted ? say(place.inject.wanted) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
