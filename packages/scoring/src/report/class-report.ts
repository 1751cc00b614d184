import { classScore } from '../class-score.ts';
import type { Measure, MeasureId, Template } from '../score.ts';
import { lossCurve } from './loss-curve.ts';
import { DASH, makeSay, type Say } from './say.ts';
import { objectiveTitle } from './titles.ts';
import type { Block, Language, Paper, ReportSource } from './types.ts';

/** More teams than this stand in several tables. */
const BESIDE = 6;

/** Figures of a class that are looked at side by side. */
const COMPARED: readonly MeasureId[] = [
  'first-hypothesis',
  'time-to-command',
  'decisions-logged',
  'triage-precision',
  'triage-recall',
  'time-to-contain',
  'hold-delay',
  'interval-hit',
  'clocks-met',
  'items-omitted',
  'contradictions',
  'guidance-lag',
  'fixes',
  'rules-kept',
  'alignment',
  'hints',
];

type Row = { title: string; of: (source: ReportSource) => string };

/** Teams as columns, a few to a table. */
function beside(
  caption: string,
  first: string,
  sources: readonly ReportSource[],
  rows: readonly Row[],
): Block[] {
  const blocks: Block[] = [];
  for (let from = 0; from < sources.length; from += BESIDE) {
    const some = sources.slice(from, from + BESIDE);
    blocks.push({
      is: 'table',
      caption,
      head: [first, ...some.map(({ team }) => team)],
      widths: [34, ...some.map(() => 66 / some.length)],
      right: some.map((_, column) => column + 1),
      rows: rows.map(({ title, of }) => [title, ...some.map(of)]),
    });
  }
  return blocks;
}

function letters(sources: readonly ReportSource[], say: Say): Block[] {
  const first = sources[0]!;
  const ids = [
    ...new Set(sources.flatMap(({ score }) => score.objectives.map(({ objective }) => objective))),
  ];
  const rows = ids.map((id) => ({
    title: objectiveTitle(first, say, id),
    of: ({ score }: ReportSource) => {
      const rating = score.objectives.find(({ objective }) => objective === id);
      if (rating?.given) return rating.given.letter;
      return rating?.suggested ? `(${rating.suggested})` : DASH;
    },
  }));
  const { classReport: own, heads } = say.words;
  return [
    { is: 'heading', level: 1, text: own.letters },
    ...beside(own.letters, heads.objective, sources, rows),
    { is: 'text', tone: 'note', text: own.lettersNote },
  ];
}

function measures(sources: readonly ReportSource[], say: Say): Block[] {
  const rows = COMPARED.map((id) => ({
    title: say.words.measures.titles[id],
    of: ({ score }: ReportSource) => {
      const measure: Measure | undefined = score.measures.find((each) => each.id === id);
      return measure && measure.value !== null ? say.measure(measure) : DASH;
    },
  }));
  const { classReport: own, heads } = say.words;
  return [
    { is: 'heading', level: 1, text: own.measures },
    ...beside(own.measures, heads.measure, sources, rows),
  ];
}

type Ranking = Pick<Template, 'name' | 'ranks'>;

/** Points a group, and places where the template ranks teams; with why not where it does not. */
function ranking(sources: readonly ReportSource[], say: Say, template: Ranking): Block[] {
  const { classReport: own, heads, groups } = say.words;
  const { rows, unranked, groups: parts } = classScore(sources, template);
  const of = (team: string) => rows.find((row) => row.team === team)!;
  const points = (told: number | null | undefined) =>
    told === null || told === undefined ? DASH : say.decimal(told);
  const lines: Row[] = parts.map(({ id, of: most }) => ({
    title: `${groups[id] ?? id} (${say.decimal(most)})`,
    of: ({ team }) => points(of(team).groups.find((group) => group.id === id)?.points),
  }));
  const place: Row = { title: own.place, of: ({ team }) => points(of(team).place) };
  return [
    { is: 'heading', level: 1, text: own.points },
    ...(unranked ? [{ is: 'text', tone: 'note', text: own.unranked[unranked] } as const] : []),
    ...beside(own.points, heads.part, sources, unranked ? lines : [...lines, place]),
  ];
}

function outcome(sources: readonly ReportSource[], say: Say): Block[] {
  const { classReport: own, heads, outcome: words, facts } = say.words;
  const points = (of: number | null) => (of === null ? DASH : say.decimal(of));
  const rows: Row[] = [
    { title: facts.official, of: ({ score }) => points(score.official.points) },
    { title: facts.teamScore, of: ({ score }) => points(score.team.points) },
    { title: words.accountsLost, of: ({ history }) => say.count(history.outcome.accountsLost) },
    { title: words.lostBefore, of: ({ history }) => say.count(history.outcome.lostBefore) },
    {
      title: words.customerHours,
      of: ({ history }) => say.count(history.outcome.customerHoursLockedOut),
    },
    { title: words.harm, of: ({ history }) => say.count(history.outcome.secondaryHarm) },
    { title: words.cost, of: ({ history }) => say.won(history.outcome.costWon) },
  ];
  const identity = ({ run }: ReportSource) => `${run.scenarioHash}/${run.seed}/${run.scale}`;
  const same = new Set(sources.map(identity)).size === 1;
  const curves = sources.map(({ team, history }) => ({
    name: team,
    loss: history.loss,
    look: 'main' as const,
  }));
  return [
    { is: 'heading', level: 1, text: own.outcome },
    { is: 'text', tone: 'note', text: same ? own.same : own.differ },
    ...(same ? [lossCurve(own.loss, words.accountsLost, sources[0]!.history, curves)] : []),
    ...beside(own.outcome, heads.figure, sources, rows),
  ];
}

function lessons(sources: readonly ReportSource[], say: Say): Block[] {
  const { classReport: own, sentences } = say.words;
  const list = (title: string, items: readonly string[]): Block[] => [
    { is: 'heading', level: 1, text: title },
    items.length > 0 ? { is: 'list', items } : { is: 'text', text: sentences.washEmpty },
  ];
  const gaps = sources.flatMap(({ team, wash }) =>
    wash.filter(({ kind }) => kind === 'gap').map(({ text }) => `${team}: ${text}`),
  );
  const plans = sources.flatMap(({ team, improvements }) =>
    improvements.map(({ text }) => `${team}: ${text}`),
  );
  return [...list(own.gaps, gaps), ...list(own.plan, plans)];
}

/**
 * Teams of a class beside each other, in the order of their names: letters first, then measures, then
 * outcome. With the template that all were scored by, also points and, where it ranks, places.
 */
export function classReport(
  sources: readonly ReportSource[],
  { title, language, template }: { title: string; language: Language; template?: Ranking },
): Paper {
  const teams = sources.toSorted((x, y) => (x.team < y.team ? -1 : x.team > y.team ? 1 : 0));
  const first = teams[0];
  const words = makeSay({ actors: [], calendar: { startMs: 0, offsetMinutes: 0 } }, language).words;
  const head: Block = { is: 'title', text: title, sub: words.classReport.title };
  if (!first) {
    return { title, language, blocks: [head, { is: 'text', text: words.classReport.empty }] };
  }
  const say = makeSay(first.history, language);
  const about = words.classReport.about(say.count(teams.length));
  return {
    title: `${title} · ${words.classReport.title}`,
    language,
    blocks: [
      head,
      { is: 'text', tone: 'lead', text: about },
      ...letters(teams, say),
      ...measures(teams, say),
      ...(template ? ranking(teams, say, template) : []),
      ...outcome(teams, say),
      ...lessons(teams, say),
    ],
  };
}
