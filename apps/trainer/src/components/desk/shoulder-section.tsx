'use client';

import type { Calendar } from '@dwell/core/time';
import type { ConsoleSections, PersonCard } from '@dwell/simulator/router';
import type { ReactNode } from 'react';
import { formatCountdown, formatMoment } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useActWords, useEntryWords } from './act-words.ts';

export const SHOULDER_SECTIONS = [
  'inbox',
  'decisions',
  'record',
  'chat',
  'documents',
  'clocks',
] as const;
export type Shown = (typeof SHOULDER_SECTIONS)[number];

type Props = {
  shown: Shown;
  sections: Partial<ConsoleSections>;
  calendar: Calendar;
  people: readonly PersonCard[];
};
type Line = { key: string; at: number | null; head: ReactNode; body: ReactNode };

/** A section of somebody's console as lines of text, newest first. */
export function ShoulderSection(props: Props) {
  const { text, language } = useReading();
  const lines = useLines(props);
  if (lines.length === 0) return <p className="m-0 text-ink-3">{text.desk.shoulderEmpty}</p>;
  return (
    <ul className="m-0 flex list-none flex-col p-0">
      {lines.map((line) => (
        <li key={line.key} className="border-t border-line py-2 first:border-t-0">
          <span className="block text-12 text-ink-3">
            {line.at !== null && formatMoment(language, props.calendar, line.at)} {line.head}
          </span>
          <span className="whitespace-pre-line">{line.body}</span>
        </li>
      ))}
    </ul>
  );
}

function useLines({ shown, sections, people }: Props): readonly Line[] {
  const { text, language } = useReading();
  const actWords = useActWords();
  const entryWords = useEntryWords();
  const who = (by: string) => people.find((person) => person.id === by)?.name ?? by;
  switch (shown) {
    case 'inbox':
      return (sections.inbox ?? []).toReversed().map((item) => ({
        key: item.id,
        at: item.at,
        head: `${text.world.choices[item.channel] ?? item.channel}, ${item.from}${item.read ? '' : ` · ${text.desk.unread}`}`,
        body: pickText(language, item.subject),
      }));
    case 'decisions':
      return [
        ...(sections.decisions?.proposals ?? []).toReversed().map((proposal) => ({
          key: `p${proposal.sequence}`,
          at: proposal.at,
          head: `${who(proposal.by)}${
            proposal.effectiveAt === null
              ? ` · ${text.desk.waitsFor(proposal.needs.map((role) => text.world.roles[role] ?? role).join(', '))}`
              : ''
          }`,
          body: actWords(proposal.act),
        })),
        ...(sections.decisions?.cards ?? []).map((card) => ({
          key: card.id,
          at: card.taken?.at ?? null,
          head: card.taken ? text.desk.taken : text.desk.openDecision,
          body: pickText(language, card.title),
        })),
      ];
    case 'record':
    case 'chat':
      return (sections[shown] ?? []).toReversed().map((card) => ({
        key: String(card.sequence),
        at: card.at,
        head: who(card.by),
        body: entryWords(card.entry),
      }));
    case 'documents':
      return (sections.documents ?? []).toReversed().map((card) => ({
        key: String(card.sequence),
        at: card.at,
        head: who(card.by),
        body: card.document.form,
      }));
    case 'clocks':
      return (sections.clocks?.clocks ?? []).map((clock, at) => ({
        key: `${clock.rule} ${at}`,
        at: clock.dueAt,
        head:
          clock.dueAt !== null && clock.startsAt !== null
            ? formatCountdown(language, clock.dueAt - clock.startsAt)
            : '',
        body: pickText(language, clock.title),
      }));
  }
}
