import type { Moment } from '../../history.ts';
import type { Section } from '../context.ts';
import { DASH } from '../say.ts';
import { referencesOf } from './objectives.ts';
import type { ReportSource } from '../types.ts';
import { keyMoments } from '../key-moments.ts';

const MOST = 800;

/** All moments where they fit; else those that people made and those that the report refers to. */
function shown(source: ReportSource): readonly Moment[] {
  const { history, score, misses } = source;
  if (history.moments.length <= MOST) return history.moments;
  const named = new Set([
    ...score.measures.flatMap((each) => [
      ...each.evidence.slice(0, 8),
      ...(each.parts ?? []).flatMap((part) => part.evidence.slice(0, 8)),
    ]),
    ...score.objectives.flatMap((rating) => referencesOf(source, rating).slice(0, 30)),
    ...score.people.flatMap(({ evidence }) => evidence.slice(0, 3)),
    ...misses.flatMap(({ moment }) => (moment === null ? [] : [moment])),
    ...keyMoments(history, 60).map(({ id }) => id),
    ...history.estimates.map(({ moment }) => moment),
    ...history.documents.map(({ moment }) => moment),
    ...history.clocks.flatMap(({ moment }) => (moment === null ? [] : [moment])),
  ]);
  return history.moments.filter(({ id, lane }) => lane === 'done' || named.has(id));
}

/** The action log, so that every reference can be looked up. */
export const log: Section = ({ source, say }) => {
  const { words } = say;
  const { heads, sentences } = words;
  const moments = shown(source);
  const all = source.history.moments.length;
  return [
    { is: 'break', landscape: false },
    { is: 'heading', level: 1, text: words.sections.log },
    {
      is: 'text',
      tone: 'note',
      text:
        moments.length === all
          ? sentences.logAll(say.count(all))
          : sentences.logNote(say.count(moments.length), say.count(all)),
    },
    {
      is: 'table',
      caption: words.captions.log,
      head: [heads.id, heads.time, heads.kind, heads.who, heads.text],
      widths: [14, 19, 12, 15, 40],
      ids: 0,
      rows: moments.map((moment) => [
        moment.id,
        say.at(moment.at),
        words.kinds[moment.kind],
        moment.by === null ? (moment.role ? say.role(moment.role) : DASH) : say.person(moment.by),
        say.text(moment.text),
      ]),
    },
  ];
};
