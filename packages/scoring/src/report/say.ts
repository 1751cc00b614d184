import {
  dayOf,
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  SECOND_MS,
  toIso,
  type SimTime,
} from '@dwell/core/time';
import type { History, Moment, Text } from '../history.ts';
import type { MeasureWhy } from '../measures/figure.ts';
import type { Measure } from '../score.ts';
import type { Language } from './types.ts';
import { wordsOf, type Words } from './words/words.ts';

/** Turns figures, times and people of a history into words of a language. */
export type Say = {
  language: Language;
  words: Words;
  text(of: Text): string;
  /** `2025-11-16 22:12 (day 350)`: the scenario's local time. Null: a dash. */
  at(time: SimTime | null): string;
  span(ms: number): string;
  count(value: number): string;
  /** With at most one decimal. */
  decimal(value: number): string;
  /** A difference: `+12`, `−3`, `0`. */
  signed(value: number): string;
  percent(share: number): string;
  won(value: number): string;
  /** A measure's value with its unit, or why there is none. */
  measure(of: Measure): string;
  person(id: string | null): string;
  role(id: string): string;
  /** What happened at a moment, and who did it where somebody did. */
  moment(of: Moment): string;
  people(ids: readonly string[]): string;
  /** Log references, the first few of them: `c12, e7 +3`. */
  refs(moments: readonly string[], most?: number): string;
};

const MINUS = '−';
export const DASH = '–';

/** `33,673,817`, with a true minus sign. */
export function count(value: number): string {
  const digits = String(Math.abs(Math.round(value))).replace(/\B(?=(\d{3})+$)/g, ',');
  return value < 0 && Math.round(value) !== 0 ? MINUS + digits : digits;
}

/** One decimal, none where it would be a zero. */
function decimal(value: number): string {
  const text = (Math.round(Math.abs(value) * 10) / 10).toFixed(1).replace(/\.0$/, '');
  return (value < 0 && text !== '0' ? MINUS : '') + text;
}

const SPANS = [
  [DAY_MS, ' d', '일'],
  [HOUR_MS, ' h', '시간'],
  [MINUTE_MS, ' min', '분'],
  [SECOND_MS, ' s', '초'],
] as const;

/** The two largest units: `2 d 3 h`, `2일 3시간`. */
export function span(language: Language, ms: number): string {
  let left = Math.round(Math.abs(ms) / SECOND_MS) * SECOND_MS;
  const first = SPANS.findIndex(([unit]) => left >= unit);
  if (first < 0) return language === 'ko' ? '0초' : '0 s';
  const parts: string[] = [];
  for (const [unit, en, ko] of SPANS.slice(first, first + 2)) {
    const whole = Math.floor(left / unit);
    left -= whole * unit;
    if (whole > 0) parts.push(`${whole}${language === 'ko' ? ko : en}`);
  }
  return (ms < 0 ? MINUS : '') + parts.join(' ');
}

const WON = {
  en: [
    [1e12, ' tn'],
    [1e9, ' bn'],
    [1e6, ' m'],
  ],
  ko: [
    [1e12, '조'],
    [1e8, '억'],
    [1e4, '만'],
  ],
} as const;

/** `KRW 1.9 tn`, `1.9조 원`. */
export function won(language: Language, value: number): string {
  const size = Math.abs(value);
  const [unit, name] = WON[language].find(([each]) => size >= each) ?? [1, ''];
  const scaled = size / unit;
  const amount = (scaled >= 100 ? count(scaled) : decimal(scaled)) + name;
  const sign = value < 0 && amount !== '0' ? MINUS : '';
  return language === 'ko' ? `${sign}${amount} 원` : `${sign}KRW ${amount}`;
}

function measured(language: Language, words: Words, of: Measure): string {
  const { value: v, unit, why } = of;
  if (v === null)
    return `${DASH} (${words.measures.why[why as MeasureWhy] ?? why ?? words.unknown})`;
  switch (unit) {
    case 'ms':
      return span(language, v);
    case 'minute':
      return words.minute(decimal(v));
    case 'accounts':
      return words.accounts(count(v));
    case 'count':
      return Number.isInteger(v) ? count(v) : v.toFixed(2);
    case 'share':
      return `${decimal(v * 100)}%`;
    case 'times':
      return words.times(decimal(v));
    case 'hours':
      return words.hours(count(v));
    case 'won':
      return won(language, v);
    case 'points':
      return words.points(decimal(v));
  }
}

/** Says things of one history in one language. */
export function makeSay(history: Pick<History, 'actors' | 'calendar'>, language: Language): Say {
  const words = wordsOf(language);
  const names = new Map(history.actors.map(({ id, name }) => [id, name]));
  const at = (time: SimTime | null) => {
    if (time === null) return DASH;
    const clock = toIso(history.calendar, time).slice(0, 16).replace('T', ' ');
    return `${clock} (${words.dayNumber(dayOf(history.calendar, time))})`;
  };
  const person = (id: string | null) => (id === null ? DASH : (names.get(id) ?? id));
  return {
    language,
    words,
    text: (of) => of[language],
    at,
    span: (ms) => span(language, ms),
    count,
    decimal,
    signed: (difference) => (Math.round(difference) > 0 ? '+' : '') + count(difference),
    percent: (share) => `${decimal(share * 100)}%`,
    won: (amount) => won(language, amount),
    measure: (of) => measured(language, words, of),
    person,
    role: (id) => words.roles[id] ?? id,
    moment: ({ by, text }) => text[language] + (by === null ? '' : ` (${person(by)})`),
    people: (ids) => (ids.length === 0 ? DASH : ids.map(person).join(', ')),
    refs: (moments, most = 6) => {
      if (moments.length === 0) return DASH;
      const more = moments.length - most;
      return moments.slice(0, most).join(', ') + (more > 0 ? ` +${more}` : '');
    },
  };
}
