import type { Section } from '../context.ts';
import { DASH } from '../say.ts';

/** What was played, by whom, and the identity of the run, so that a reader can replay it. */
export const cover: Section = ({ source, say }) => {
  const { words } = say;
  const { facts } = words;
  const { history, run, score } = source;
  const people = history.actors.filter(({ bot }) => !bot);
  const bots = history.actors.filter(({ bot }) => bot).flatMap(({ roles }) => roles);
  const points = (of: number | null) =>
    of === null ? DASH : words.outOf(String(Math.round(of * 10) / 10), '100');
  const state = score.official.final ? facts.final : facts.provisional;
  const end = history.ended ? say.at(history.to) : `${say.at(history.to)}, ${facts.running}`;
  return [
    { is: 'title', text: source.title, sub: words.report },
    { is: 'text', tone: 'lead', text: say.text(source.summary) },
    {
      is: 'table',
      caption: '',
      head: [],
      widths: [22, 78],
      rows: [
        [facts.exercise, say.text(source.exercise)],
        [facts.team, source.team],
        [facts.day, source.day ?? DASH],
        [facts.mode, facts.modes[history.mode]],
        [facts.people, people.length === 0 ? DASH : people.map(({ name }) => name).join(', ')],
        ...(bots.length === 0 ? [] : [[facts.bots, bots.map(say.role).join(', ')]]),
        [facts.span, `${say.at(history.from)} – ${end}`],
        [facts.official, `${points(score.official.points)} (${state})`],
        [facts.teamScore, points(score.team.points)],
        [facts.scenario, run.scenario],
        [facts.seed, String(run.seed)],
        [facts.scale, facts.scaleSays(say.count(run.scale))],
        [facts.engine, run.engine],
        [facts.scenarioHash, run.scenarioHash],
        [facts.checksum, run.checksum],
      ],
    },
    { is: 'text', tone: 'note', text: words.sentences.handling },
    { is: 'break' },
    { is: 'contents' },
    { is: 'break' },
  ];
};
