import { FIELDS } from './fields.ts';
import type { Sentence } from './passages.ts';

/** A moment as written, in local civil time; without an hour it is a whole day. */
export type WrittenTime = { text: string; from: number; localMs: number; exact: boolean };
export type AwareTime = WrittenTime & { field: string };

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const CLOCK = '(?:,? (?:at )?|T)(\\d{1,2})[:.](\\d{2})';
const FORMS: readonly { pattern: RegExp; order: readonly ('y' | 'm' | 'd' | 'H' | 'M')[] }[] = [
  {
    pattern: new RegExp(`(\\d{4})-(\\d{2})-(\\d{2})(?:${CLOCK})?`, 'gi'),
    order: ['y', 'm', 'd', 'H', 'M'],
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? (\\d{4})(?:${CLOCK})?`, 'gi'),
    order: ['d', 'm', 'y', 'H', 'M'],
  },
  {
    pattern: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?:${CLOCK})?`, 'gi'),
    order: ['m', 'd', 'y', 'H', 'M'],
  },
  {
    pattern:
      /(\d{4})년 ?(\d{1,2})월 ?(\d{1,2})일(?: ?(?:(?:오전|오후) ?)?(\d{1,2})(?:시|:)(?: ?(\d{1,2})분?)?)?/g,
    order: ['y', 'm', 'd', 'H', 'M'],
  },
];
const AWARE =
  /\b(?:became aware|aware (?:of|since|on|at)|learn(?:ed|t)|discover(?:ed|y)|first knew|noticed|identified)\b|인지|알게 되|발견|파악(?:한|했)/i;

/** Moments with a full date in a text. */
export function timesIn(text: string): WrittenTime[] {
  return FORMS.flatMap(({ pattern, order }) =>
    [...text.matchAll(pattern)].map((match) => {
      const part = (name: (typeof order)[number]) => match[order.indexOf(name) + 1];
      const month = part('m')!.toLowerCase().slice(0, 3);
      const named = MONTHS.indexOf(month);
      const afternoon = /오후/.test(match[0]) && Number(part('H')) < 12 ? 12 : 0;
      return {
        text: match[0],
        from: match.index,
        localMs: Date.UTC(
          Number(part('y')),
          named >= 0 ? named : Number(month) - 1,
          Number(part('d')),
          Number(part('H') ?? 0) + afternoon,
          Number(part('M') ?? 0),
        ),
        exact: part('H') !== undefined,
      };
    }),
  ).sort((x, y) => x.from - y.from);
}

/** Moments at which the document says it was known: the field that asks, or a sentence that tells. */
export function awareTimes(sentence: Sentence): AwareTime[] {
  const asked = sentence.field === FIELDS.awareAt.id;
  if (!asked && !AWARE.test(sentence.text)) return [];
  const [first] = timesIn(sentence.text);
  return first ? [{ ...first, field: sentence.field, from: sentence.from + first.from }] : [];
}

/** Could both be the same moment? Days are compared as days, hours with an hour's slack. */
export function sameMoment(x: WrittenTime, y: WrittenTime): boolean {
  const day = 86_400_000;
  if (x.exact && y.exact) return Math.abs(x.localMs - y.localMs) <= 3_600_000;
  return Math.floor(x.localMs / day) === Math.floor(y.localMs / day);
}
