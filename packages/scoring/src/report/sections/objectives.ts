import type { ObjectiveRating } from '../../score.ts';
import type { Context, Section } from '../context.ts';
import { DASH } from '../say.ts';
import { objectiveTitle } from '../titles.ts';
import type { Block } from '../types.ts';

/** What a rating rests on: the moments it is pinned to, else those of its measures. */
export function referencesOf(source: Context['source'], rating: ObjectiveRating): string[] {
  if (rating.given) return [...rating.given.moments];
  const named = new Set<string>(rating.measures);
  const own = source.score.measures.filter(({ id }) => named.has(id));
  return [...new Set(own.flatMap(({ evidence }) => evidence))];
}

function ratingRow({ source, say }: Context, rating: ObjectiveRating): string[] {
  const { words } = say;
  const { objective, given, suggested } = rating;
  return [
    objectiveTitle(source, say, objective),
    given ? `${given.letter} · ${words.letters[given.letter]}` : words.notRated,
    suggested ?? DASH,
    given ? given.observation : DASH,
    given ? say.person(given.by) : DASH,
    say.refs(referencesOf(source, rating), 8),
  ];
}

function one(context: Context, rating: ObjectiveRating): Block[] {
  const { source, say } = context;
  const { words } = say;
  const objective = source.history.objectives.find(({ id }) => id === rating.objective);
  const own = rating.measures.flatMap((id) => source.score.measures.filter((m) => m.id === id));
  const title = objectiveTitle(source, say, rating.objective);
  const blocks: Block[] = [{ is: 'heading', level: 2, text: title }];
  if (objective) {
    blocks.push({ is: 'text', tone: 'note', text: say.text(objective.measure) });
    blocks.push({
      is: 'table',
      caption: words.captions.targets(rating.objective),
      head: ['P', 'S', 'M', 'U'],
      widths: [1, 1, 1, 1],
      rows: [(['p', 's', 'm', 'u'] as const).map((key) => say.text(objective.ratings[key]))],
    });
  }
  if (own.length > 0) {
    blocks.push({
      is: 'table',
      caption: words.captions.objectiveMeasures(rating.objective),
      head: [words.heads.measure, words.heads.value, words.heads.evidence],
      widths: [42, 28, 30],
      refs: [2],
      rows: own.map((m) => [words.measures.titles[m.id], say.measure(m), say.refs(m.evidence)]),
    });
  }
  const { given } = rating;
  if (!given) {
    blocks.push({ is: 'text', text: words.sentences.suggested(rating.suggested ?? DASH) });
    return blocks;
  }
  blocks.push({
    is: 'table',
    caption: '',
    head: [],
    widths: [25, 75],
    refs: [1],
    rows: [
      [words.heads.rating, `${given.letter} · ${words.letters[given.letter]}`],
      [words.heads.observation, given.observation],
      [words.heads.refs, say.refs(given.moments, 30)],
      [words.heads.by, say.person(given.by)],
    ],
  });
  return blocks;
}

/** The ratings in one table, then each objective with its measures, its letter and what was seen. */
export const objectives: Section = (context) => {
  const { source, say } = context;
  const { words } = say;
  const { heads } = words;
  return [
    { is: 'heading', level: 1, text: words.sections.objectives },
    {
      is: 'table',
      caption: words.captions.objectives,
      head: [
        heads.objective,
        heads.rating,
        heads.suggested,
        heads.observation,
        heads.by,
        heads.refs,
      ],
      widths: [17, 13, 13, 33, 11, 13],
      refs: [5],
      rows: source.score.objectives.map((rating) => ratingRow(context, rating)),
    },
    { is: 'text', tone: 'note', text: words.letterNote },
    ...source.score.objectives.flatMap((rating) => one(context, rating)),
  ];
};
