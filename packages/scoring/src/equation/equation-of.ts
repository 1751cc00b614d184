import { MEASURES } from '../measures/traits.ts';
import { count, span } from '../report/say.ts';
import type { Language } from '../report/types.ts';
import { enMeasures } from '../report/words/en-measures.ts';
import { koMeasures } from '../report/words/ko-measures.ts';
import type { Template, Unit } from '../score.ts';
import { EQUATION_WORDS, type EquationWords } from './equation-words.ts';

const TITLES = { en: enMeasures.titles, ko: koMeasures.titles };

type Term = Template['groups'][number]['terms'][number];

/** A part of an equation in words: the whole, then each group with a line for each of its terms. */
export type EquationPart = { title: string; lines: readonly string[] };

/**
 * A template's equation for people to read: what the whole is made of, and for each term its share of the
 * group and what its values are worth.
 *
 * @example
 * equationOf(shippedTemplate('standard'), 'en')[0].title
 * // Score, 0 to 100 = Outcome 50 + Process 35 + Learning 15
 */
export function equationOf(template: Template, language: Language): EquationPart[] {
  const words = EQUATION_WORDS[language];
  const sum = template.groups.map(({ id, weight }) => `${words.groups[id]} ${plain(weight)}`);
  const letters = Object.entries(template.letters).map(([id, share]) => `${id} ${percent(share)}`);
  const hints = template.hintPoints > 0 ? words.hints(plain(template.hintPoints)) : words.hintsFree;
  const whole = {
    title: words.whole(sum.join(' + ')),
    lines: [hints, words.leftOut, `${words.letters}: ${letters.join(' · ')}`],
  };
  const groups = template.groups.map((group) => ({
    title: words.group(words.groups[group.id], plain(group.weight)),
    lines: group.terms.map((term) => termLine(term, words, language)),
  }));
  return [whole, ...groups];
}

function termLine(term: Term, words: EquationWords, language: Language): string {
  const mode = term.only ? ` (${words.modes[term.only]})` : '';
  const weight = `${plain(term.weight)}%`;
  if ('objective' in term) return `${weight} · ${term.objective}${mode} · ${words.byLetter}`;
  const { unit } = MEASURES[term.measure];
  const knots = term.curve.map(
    ({ value, share }) => `${valueText(value, unit, words, language)} → ${percent(share)}`,
  );
  const title = TITLES[language][term.measure];
  return `${weight} · ${title}${mode} · ${knots.join(', ')} · ${words.missing[term.missing]}`;
}

function valueText(value: number, unit: Unit, words: EquationWords, language: Language): string {
  switch (unit) {
    case 'ms':
      return span(language, value);
    case 'minute':
      return words.minute(plain(value));
    case 'share':
      return percent(value);
    case 'times':
      return `×${plain(value)}`;
    case 'hours':
      return words.hours(count(value));
    case 'won':
      return words.won(count(value));
    case 'accounts':
    case 'count':
      return count(value);
    case 'points':
      return plain(value);
  }
}

function percent(share: number): string {
  return `${plain(share * 100)}%`;
}

/** At most two decimals, and no more than are needed. */
function plain(value: number): string {
  return String(Math.round(value * 100) / 100);
}
