import type { History } from '../history.ts';
import type { MeasureWhy } from '../measures/figure.ts';
import type { Letter, Measure, ScoreLine, ScoreSheet, Template } from '../score.ts';
import { hundredths } from './hundredths.ts';
import { shareAt } from './share-at.ts';

type Group = Template['groups'][number];
type Term = Group['terms'][number];

/** Reasons that are nobody's doing: such a measure is left out, whatever its term says. */
const NOT_YET: readonly string[] = [
  'no-attack',
  'no-bounds',
  'no-phases',
  'none-due',
  'nothing-to-lose',
  'still-running',
] satisfies MeasureWhy[];

/** What a sheet is filled in from. `letters` holds the objectives that this exercise has. */
export type SheetInput = {
  measures: readonly Measure[];
  letters: ReadonlyMap<string, Letter | null>;
  history: Pick<History, 'mode' | 'hints' | 'ended' | 'outcome'>;
};

/**
 * A template's equation, filled in. A line is its share of its group's points; one that could not be told
 * is left out, and the group's points are spread over the rest; a group without any line that could be
 * told is left out of the whole in the same way. The price of hints comes off the whole, which never
 * falls below 0. Points are kept to two decimals.
 */
export function scoreSheet(template: Template, input: SheetInput): ScoreSheet {
  const groups = template.groups.map((group) => groupLine(group, template, input));
  const price = input.history.hints.reduce((sum, hint) => sum + hint.price, 0);
  const hintsOff = hundredths(price * template.hintPoints);
  const whole = spread(groups, 100);
  const points = whole === null ? null : hundredths(Math.max(0, whole - hintsOff));
  return {
    template: template.name,
    points,
    groups: groups.map((group) => ({ ...rounded(group), lines: group.lines.map(rounded) })),
    hintsOff,
  };
}

function groupLine(
  group: Group,
  template: Template,
  input: SheetInput,
): ScoreLine & { lines: ScoreLine[] } {
  const terms = group.terms.filter((term) => isThere(term, input));
  const weight = terms.reduce((sum, term) => sum + term.weight, 0);
  const lines = terms.map((term) => {
    const of = (group.weight * term.weight) / weight;
    const share = shareOf(term, template, input);
    const id = 'measure' in term ? term.measure : term.objective;
    return { id, points: share === null ? null : share * of, of, from: [id] };
  });
  const from = lines.flatMap((line) => line.from);
  return { id: group.id, points: spread(lines, group.weight), of: group.weight, from, lines };
}

/** A term is there in its own mode, and an objective's where the exercise has the objective. */
function isThere(term: Term, { letters, history }: SheetInput): boolean {
  if (term.only && term.only !== history.mode) return false;
  return 'measure' in term || letters.has(term.objective);
}

function shareOf(term: Term, template: Template, input: SheetInput): number | null {
  const { measures, letters, history } = input;
  if ('objective' in term) {
    const letter = letters.get(term.objective);
    return letter ? template.letters[letter] : null;
  }
  const measure = measures.find(({ id }) => id === term.measure);
  const value = measure?.value ?? null;
  if (value !== null) return shareAt(term.curve, value);
  // What was not done counts once it is too late, and only where there was something to do it about.
  const tooLate = history.ended && !NOT_YET.includes(measure?.why ?? 'no-attack');
  const counts = tooLate && history.outcome.accountsLost > 0;
  return counts ? { skip: null, zero: 0, full: 1 }[term.missing] : null;
}

/** Points of `of`, over the lines that could be told; null: none could. */
function spread(lines: readonly ScoreLine[], of: number): number | null {
  const told = lines.filter(({ points }) => points !== null);
  const possible = told.reduce((sum, line) => sum + line.of, 0);
  if (possible === 0) return null;
  const reached = told.reduce((sum, line) => sum + line.points!, 0);
  return Math.min(of, (of * reached) / possible);
}

function rounded<T extends ScoreLine>(line: T): T {
  const points = line.points === null ? null : hundredths(line.points);
  return { ...line, points, of: hundredths(line.of) };
}
