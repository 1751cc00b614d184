import { hundredths } from './equation/hundredths.ts';
import type { Letter, Score, ScoreSheet, Template } from './score.ts';

/** Why teams are put in no order. */
export type Unranked = 'first-time' | 'other-templates' | 'outcome-alone' | 'too-few';

/** A team of a class by its official score. */
export type ClassRow = {
  team: string;
  points: number | null;
  /** Every objective has an evaluator's letter. */
  final: boolean;
  groups: readonly { id: string; points: number | null; of: number }[];
  /** The letters that count: those given, or else those suggested. */
  letters: readonly { objective: string; letter: Letter | null }[];
  /** From 1; teams with the same points share a place. Null: teams are put in no order, or it has no points. */
  place: number | null;
};

/** Points over a class; null: nobody has any. */
export type Spread = { low: number; middle: number; high: number };

export type ClassScore = {
  /** In order of place where there is one, else as given. */
  rows: readonly ClassRow[];
  unranked: Unranked | null;
  points: Spread | null;
  groups: readonly { id: string; of: number; points: Spread | null }[];
  /** How many teams got which letter; the objective that went worst first. */
  objectives: readonly { objective: string; letters: { [letter in Letter]: number } }[];
};

/**
 * Several teams beside each other by their official scores. They are put in an order only by a template
 * that ranks, which first-time classes have not; only when all were scored by that very template; never
 * on the outcome alone; and only where there are two at least.
 */
export function classScore(
  teams: readonly { team: string; score: Score }[],
  template: Pick<Template, 'name' | 'ranks'>,
): ClassScore {
  const unranked = whyUnranked(
    teams.map(({ score }) => score.official),
    template,
  );
  const all = teams.map(({ score }) => score.official.points);
  const rows = teams.map(({ team, score }) => ({
    team,
    points: score.official.points,
    final: score.official.final,
    groups: score.official.groups.map(({ id, points, of }) => ({ id, points, of })),
    letters: score.objectives.map(({ objective, given, suggested }) => ({
      objective,
      letter: given?.letter ?? suggested,
    })),
    place: unranked ? null : placeOf(score.official.points, all),
  }));
  return {
    rows: unranked ? rows : rows.toSorted((x, y) => (x.place ?? Infinity) - (y.place ?? Infinity)),
    unranked,
    points: spreadOf(all),
    groups: groupsOf(teams.map(({ score }) => score.official)),
    objectives: objectivesOf(rows),
  };
}

function whyUnranked(
  sheets: readonly ScoreSheet[],
  { name, ranks }: Pick<Template, 'name' | 'ranks'>,
): Unranked | null {
  if (!ranks) return 'first-time';
  if (sheets.some(({ template }) => template !== name)) return 'other-templates';
  const more = ({ groups }: ScoreSheet) =>
    groups.some(({ id, points }) => id !== 'outcome' && points !== null);
  if (sheets.some((sheet) => sheet.points !== null && !more(sheet))) return 'outcome-alone';
  return sheets.filter(({ points }) => points !== null).length < 2 ? 'too-few' : null;
}

function placeOf(points: number | null, all: readonly (number | null)[]): number | null {
  return points === null ? null : 1 + all.filter((each) => each !== null && each > points).length;
}

function spreadOf(all: readonly (number | null)[]): Spread | null {
  const sorted = all.filter((each) => each !== null).toSorted((x, y) => x - y);
  if (sorted.length === 0) return null;
  const half = sorted.length / 2;
  const middle = (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
  return { low: sorted[0]!, middle: hundredths(middle), high: sorted.at(-1)! };
}

function groupsOf(sheets: readonly ScoreSheet[]): ClassScore['groups'] {
  const ids = [...new Set(sheets.flatMap(({ groups }) => groups.map(({ id }) => id)))];
  return ids.map((id) => {
    const same = sheets.flatMap(({ groups }) => groups.filter((group) => group.id === id));
    return { id, of: same[0]!.of, points: spreadOf(same.map(({ points }) => points)) };
  });
}

const WORTH = { P: 3, S: 2, M: 1, U: 0 };

function objectivesOf(rows: readonly ClassRow[]): ClassScore['objectives'] {
  const letters = rows.flatMap((row) => row.letters);
  const ids = [...new Set(letters.map(({ objective }) => objective))];
  const mean = (counts: { [letter in Letter]: number }) => {
    const rated = counts.P + counts.S + counts.M + counts.U;
    const worth = WORTH.P * counts.P + WORTH.S * counts.S + WORTH.M * counts.M;
    return rated === 0 ? Infinity : worth / rated;
  };
  return ids
    .map((objective) => {
      const counts = { P: 0, S: 0, M: 0, U: 0 };
      for (const each of letters) {
        if (each.objective === objective && each.letter) counts[each.letter] += 1;
      }
      return { objective, letters: counts };
    })
    .toSorted((one, other) => compare(mean(one.letters), mean(other.letters)));
}

function compare(x: number, y: number): number {
  return x === y ? 0 : x - y;
}
