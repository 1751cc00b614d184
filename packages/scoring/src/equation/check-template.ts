import { MEASURES } from '../measures/traits.ts';
import type { Template } from '../score.ts';

type Group = Template['groups'][number];
type Term = Group['terms'][number];

/** What is wrong with a template whose shape is right; `path` says where in it. */
export type TemplateProblem = { path: readonly (string | number)[]; what: string; todo: string };

/** What a whole comes to: of the groups' weights, and of the weights of a group's terms. */
const WHOLE = 100;

/** The first thing that does not add up; null: all of it does. */
export function checkTemplate(template: Template): TemplateProblem | null {
  const problems = [...letters(template), ...groups(template)];
  for (const [i, group] of template.groups.entries()) {
    problems.push(...terms(group, ['groups', i]));
  }
  return problems[0] ?? null;
}

function letters({ letters: { P, S, M, U } }: Template): TemplateProblem[] {
  if (P >= S && S >= M && M >= U) return [];
  const what = 'a worse letter is worth more than a better one';
  return [{ path: ['letters'], what, todo: 'let P, S, M, U fall or stay the same' }];
}

function groups(template: Template): TemplateProblem[] {
  const sum = sumOf(template.groups);
  const ids = template.groups.map(({ id }) => id);
  const twice = ids.findIndex((id, i) => ids.indexOf(id) !== i);
  const problems: TemplateProblem[] = [];
  if (sum !== WHOLE) {
    const what = `the weights of the groups come to ${sum}, not ${WHOLE}`;
    problems.push({ path: ['groups'], what, todo: `change them so that they come to ${WHOLE}` });
  }
  if (twice !== -1) {
    const what = `the group "${ids[twice]}" is there twice`;
    problems.push({ path: ['groups', twice], what, todo: 'put its terms into one' });
  }
  return problems;
}

function terms(group: Group, path: readonly (string | number)[]): TemplateProblem[] {
  const problems = group.terms.flatMap((term, i) => curve(term, [...path, 'terms', i]));
  for (const mode of ['campaign', 'crisis'] as const) {
    const there = group.terms.filter(({ only }) => !only || only === mode);
    const sum = sumOf(there);
    if (sum !== WHOLE) {
      const what = `the weights of "${group.id}" come to ${sum} in a ${mode}, not ${WHOLE}`;
      const todo = `change them so that they come to ${WHOLE} in both modes`;
      problems.push({ path: [...path, 'terms'], what, todo });
    }
    const names = there.map(nameOf);
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice !== undefined) {
      const what = `"${twice}" is there twice in "${group.id}"`;
      problems.push({ path: [...path, 'terms'], what, todo: 'take one of them out' });
    }
  }
  return problems;
}

function curve(term: Term, path: readonly (string | number)[]): TemplateProblem[] {
  if ('objective' in term) return [];
  const { better } = MEASURES[term.measure];
  for (const [i, knot] of term.curve.entries()) {
    const before = term.curve[i - 1];
    if (!before) continue;
    const at = [...path, 'curve', i];
    if (knot.value <= before.value) {
      const what = `the curve of "${term.measure}" goes back from ${before.value} to ${knot.value}`;
      return [{ path: at, what, todo: 'write its knots in order of value' }];
    }
    const rises = knot.share - before.share;
    if (better === 'lower' ? rises > 0 : rises < 0) {
      const what = `the curve of "${term.measure}" gives ${rises > 0 ? 'more' : 'less'} for a higher value`;
      const todo = `of this measure ${better} is better: let the shares ${better === 'lower' ? 'fall' : 'rise'}`;
      return [{ path: at, what, todo }];
    }
  }
  return [];
}

function nameOf(term: Term): string {
  return 'measure' in term ? term.measure : term.objective;
}

/** To six decimals: a third and two thirds of a hundred are a hundred. */
function sumOf(weighted: readonly { weight: number }[]): number {
  const sum = weighted.reduce((all, { weight }) => all + weight, 0);
  return Math.round(sum * 1e6) / 1e6;
}
