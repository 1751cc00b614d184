import { isDenied } from './denied.ts';
import { numbersIn, type WrittenNumber } from './numbers.ts';
import type { Sentence } from './passages.ts';

/** A figure of a document: how many people or accounts it says, as an interval. */
export type Figure = {
  field: string;
  text: string;
  from: number;
  to: number;
  value: number;
  /** What the words leave open: `at least 4,536` has no upper end. */
  low: number;
  high: number;
  bound: 'exact' | 'about' | 'at-least' | 'at-most' | 'range';
  of: 'people' | 'non-members' | 'records';
  /** "not 4,536": named, and not claimed. */
  denied: boolean;
};

const PEOPLE =
  /^(?:\s|\(|여|만|가지)*(?:(?:of )?[a-z’'-]+\s+){0,4}?(?:people|persons?|individuals|customers?|members?|users?|accounts?|subscribers|subjects|residents|consumers|households)\b|^\s*여?\s*(?:개의?)?\s*(?:명|계정|고객|회원|이용자|사용자|사람|인(?![가-힣]))/i;
const RECORDS =
  /^\s*(?:[a-z-]+\s+){0,2}?(?:records|rows|entries|views|reads|requests|times|lines)\b|^\s*여?\s*(?:회|차례|행)/i;
/** In Korean, cases of personal data are people, unless they are cases of something that was asked. */
const CASES = /^\s*여?\s*건/;
const ASKED = /조회|요청|접속|로그|문의|신고|상담|기록/;
const OTHER =
  /^\s*(?:%|percent|per cent|퍼센트|days?|hours?|minutes?|months?|weeks?|years?|a\.?m|p\.?m|시간|일|개월|년|월|분|시|주|원|won|dollars?|usd|eur|°)|^(?:st|nd|rd|th)?\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|^[-/:]\d/i;
const AFTER_DATE =
  /(?:january|february|march|april|may|june|july|august|september|october|november|december|article|section|act|law|no\.|제)\s*$|\d[-/:]$|[-+(]$/i;
const LOWER =
  /(?:at least|more than|over|no fewer than|not fewer than|upwards of|최소|적어도)(?: (?:the )?data of)?\s*$/i;
const UPPER =
  /(?:up to|at most|no more than|fewer than|less than|under|not more than|최대|많아야)\s*$/i;
const ABOUT =
  /(?:about|approximately|around|some|roughly|nearly|almost|circa|estimated at|약|대략)\s*$/i;
const SPEAKS =
  /people|customer|account|member|user|affected|leak|subject|figure|number|estimate|명|계정|고객|회원|유출|정정|규모|이용자/i;
const OUTSIDERS = /non-?members?|not (?:our )?(?:customers|members)|비회원|회원이 아닌/i;

/** Figures of how many, of a sentence; with `counting` every bare number of it is one (a field for counts). */
export function figuresIn(sentence: Sentence, counting = false): Figure[] {
  const { text } = sentence;
  const numbers = numbersIn(text);
  const figures = numbers.flatMap((number) => figureOf(sentence, number, counting) ?? []);
  return joinRanges(figures, sentence);
}

function figureOf(sentence: Sentence, number: WrittenNumber, counting: boolean): Figure | null {
  const { text, field, from } = sentence;
  const before = text.slice(Math.max(0, number.from - 40), number.from);
  const after = text.slice(number.to, number.to + 60);
  if (OTHER.test(after) || AFTER_DATE.test(before)) return null;
  const of = countedBy(sentence, number, before, after, counting);
  if (of === null) return null;
  const bound = boundOf(before, after);
  const slack = bound === 'about' ? Math.max(number.precision, number.value * 0.05) : 0;
  const half = Math.max(slack, number.value >= 10_000 ? number.precision : 0);
  return {
    field,
    text: number.text,
    from: from + number.from,
    to: from + number.to,
    value: number.value,
    low: bound === 'at-most' ? 0 : number.value - half,
    high: bound === 'at-least' ? Infinity : number.value + half,
    bound,
    of,
    denied: (bound === 'exact' || bound === 'about') && isDenied(text, number.from, number.to),
  };
}

function countedBy(
  { text }: Sentence,
  number: WrittenNumber,
  before: string,
  after: string,
  counting: boolean,
): Figure['of'] | null {
  // Only what stands between this number and the next belongs to it.
  const near = `${before.split(/\d/).at(-1)!.slice(-16)} ${after.split(/\d/)[0]!.slice(0, 48)}`;
  if (OUTSIDERS.test(near)) return 'non-members';
  if (RECORDS.test(after)) return 'records';
  if (CASES.test(after)) return ASKED.test(near) ? 'records' : 'people';
  if (PEOPLE.test(after) || counting) return 'people';
  const plain = /^\d+$/.test(number.text);
  if (number.value < 1000 || (plain && number.value < 10_000 && !/\d{5}/.test(number.text)))
    return plain && number.value >= 2100 && SPEAKS.test(text) ? 'people' : null;
  return SPEAKS.test(text) && !(plain && number.text.length > 8) ? 'people' : null;
}

function boundOf(before: string, after: string): Figure['bound'] {
  if (LOWER.test(before) || /^\s*(?:명|개|계정|건|여)*\s*(?:이상|넘|초과)/.test(after))
    return 'at-least';
  if (UPPER.test(before) || /^\s*(?:명|개|계정|건)*\s*(?:이하|미만|이내)/.test(after))
    return 'at-most';
  if (ABOUT.test(before) || /^\s*여|^\s*(?:명|개)? ?(?:정도|가량|안팎)/.test(after)) return 'about';
  return 'exact';
}

/** `between 4,000 and 40 million` is one figure. */
function joinRanges(figures: readonly Figure[], { text, from }: Sentence): Figure[] {
  const joined: Figure[] = [];
  for (const figure of figures) {
    const last = joined.at(-1);
    if (last && isRange(text, last, figure, from)) {
      joined[joined.length - 1] = {
        ...last,
        text: text.slice(last.from - from, figure.to - from),
        to: figure.to,
        low: last.value,
        high: figure.value,
        bound: 'range',
        of: figure.of,
      };
    } else joined.push(figure);
  }
  return joined;
}

function isRange(text: string, low: Figure, high: Figure, from: number): boolean {
  if (low.value >= high.value) return false;
  const between = text.slice(low.to - from, high.from - from);
  const before = text.slice(Math.max(0, low.from - from - 12), low.from - from);
  const people = '(?: (?:people|accounts|customers|members|users))?';
  if (new RegExp(`^${people} and (?:about )?$`, 'i').test(between))
    return /between (?:about )?$/i.test(before);
  return /^\s*(?:명|개|계정)?\s*(?:[-–~∼]|에서|부터)\s*(?:약 ?)?$/.test(between);
}

/** Could both figures be true at once? */
export function agree(x: Figure, y: Figure): boolean {
  const slack = 0.01 * Math.min(x.value, y.value);
  return x.low <= y.high + slack && y.low <= x.high + slack;
}
