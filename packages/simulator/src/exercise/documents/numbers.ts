/** A number as written: its value, the words, and how exactly it was written. */
export type WrittenNumber = {
  text: string;
  from: number;
  to: number;
  value: number;
  /** Half of the last place written: 33.7 million says it to 50,000. */
  precision: number;
};

const DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const ENGLISH = new RegExp(
  `(?<![\\d.,])(${DIGITS})(?:[ -]?(thousand|million|billion|mn|bn|[km](?![a-z])))?`,
  'gi',
);
const KOREAN_PART = new RegExp(`^(${DIGITS}) ?([십백천]?[만억]|[십백천])?`);
const SCALES: { readonly [word: string]: number } = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};
const KOREAN: { readonly [unit: string]: number } = {
  십: 10,
  백: 100,
  천: 1000,
  만: 1e4,
  억: 1e8,
};
const WORDS = wordValues();
const WORD = Object.keys(WORDS).join('|');
const SPELT = new RegExp(
  `\\b(?:${WORD})(?:[ -](?:and )?(?:${WORD}|hundred|thousand|million))*\\b`,
  'gi',
);
/** Numbers in Korean letters count only before what they count, or a unit as large as ten thousand. */
const HANGUL =
  /[일이삼사오육칠팔구십백천]+(?:만|억)[일이삼사오육칠팔구십백천만]*|[일이삼사오육칠팔구]천[일이삼사오육칠팔구십백]+/g;
const HANGUL_DIGITS = '일이삼사오육칠팔구';

/** All numbers of a text in the order written: `4,536`, `33.7 million`, `3,370만`, `3천370만`, spelt out. */
export function numbersIn(text: string): WrittenNumber[] {
  const found: WrittenNumber[] = [];
  let after = 0;
  for (const match of text.matchAll(ENGLISH)) {
    if (match.index < after) continue;
    const number = korean(text, match.index) ?? english(match);
    found.push(number);
    after = number.to;
  }
  const free = (from: number, to: number) => found.every((n) => to <= n.from || from >= n.to);
  for (const number of [...spelt(text), ...hangul(text)])
    if (free(number.from, number.to)) found.push(number);
  return found.sort((x, y) => x.from - y.from);
}

function english(match: RegExpMatchArray): WrittenNumber {
  const scale = SCALES[match[2]?.toLowerCase() ?? ''] ?? 1;
  const from = match.index!;
  return {
    text: match[0],
    from,
    to: from + match[0].length,
    value: Number(match[1]!.replaceAll(',', '')) * scale,
    precision: lastPlace(match[1]!) * scale,
  };
}

/** Half of the last place that was written out; trailing zeros of a whole number may be rounding. */
function lastPlace(digits: string): number {
  const plain = digits.replaceAll(',', '');
  const point = plain.indexOf('.');
  if (point >= 0) return 0.5 / tenTo(plain.length - point - 1);
  const zeros = /0*$/.exec(plain)![0].length;
  return tenTo(Math.min(zeros, plain.length - 1)) / 2;
}

/** A power of ten as it is written, which every machine reads alike. */
const tenTo = (places: number) => Number(`1${'0'.repeat(places)}`);

/** Digits with Korean units from `from` on, as long as the parts belong together; null: no such unit. */
function korean(text: string, from: number): WrittenNumber | null {
  let at = from;
  let total = 0;
  let section = 0;
  let precision = 0;
  let units = 0;
  for (;;) {
    const part = KOREAN_PART.exec(text.slice(at, at + 40));
    if (!part || (units > 0 && /^ ?[년월일시분]/.test(text.slice(at + part[0].trimEnd().length))))
      break;
    const unit = part[2] ?? '';
    if (units === 0 && unit === '') return null;
    const small = KOREAN[unit[0] ?? ''] ?? 1;
    const large = KOREAN[unit.at(-1) ?? ''] ?? 1;
    const myriad = large >= 1e4;
    section += Number(part[1]!.replaceAll(',', '')) * (small < 1e4 ? small : 1);
    precision = lastPlace(part[1]!) * (small < 1e4 ? small : 1) * (myriad ? large : 1);
    if (myriad) {
      total += section * large;
      section = 0;
    }
    units++;
    at += part[0].trimEnd().length;
    if (unit === '' || !/^ ?\d/.test(text.slice(at, at + 2))) break;
    const gap = text[at] === ' ' ? 1 : 0;
    if (gap === 1 && !/^[\d,]+ ?(?:[십백천만]|명|개|건|계정|여)/.test(text.slice(at + 1, at + 20)))
      break;
    at += gap;
  }
  const written = text.slice(from, at).trimEnd();
  return {
    text: written,
    from,
    to: from + written.length,
    value: total + section,
    precision,
  };
}

function* spelt(text: string): Iterable<WrittenNumber> {
  for (const match of text.matchAll(SPELT)) {
    if (!/hundred|thousand|million/i.test(match[0])) continue;
    let total = 0;
    let section = 0;
    let least = 1;
    for (const word of match[0].toLowerCase().split(/[ -](?:and )?/)) {
      least = 1;
      if (word === 'hundred') section *= least = 100;
      else if (word === 'thousand' || word === 'million') {
        least = SCALES[word]!;
        total += section * least;
        section = 0;
      } else section += WORDS[word] ?? 0;
    }
    yield number(match, total + section, least / 2);
  }
}

function* hangul(text: string): Iterable<WrittenNumber> {
  for (const match of text.matchAll(HANGUL)) {
    let total = 0;
    let section = 0;
    let digit = 0;
    let least = 1;
    for (const letter of match[0]) {
      const unit = KOREAN[letter];
      least = unit ?? 1;
      if (unit === undefined) digit = HANGUL_DIGITS.indexOf(letter) + 1;
      else if (unit < 1e4) {
        section += (digit || 1) * unit;
        digit = 0;
      } else {
        total += (section + digit || 1) * unit;
        section = digit = 0;
      }
    }
    yield number(match, total + section + digit, least / 2);
  }
}

const number = (match: RegExpMatchArray, value: number, precision: number): WrittenNumber => ({
  text: match[0],
  from: match.index!,
  to: match.index! + match[0].length,
  value,
  precision,
});

function wordValues(): { readonly [word: string]: number } {
  const small =
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
  const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';
  return Object.fromEntries([
    ...small.split(' ').map((word, index) => [word, index + 1] as const),
    ...tens.split(' ').map((word, index) => [word, (index + 2) * 10] as const),
  ]);
}

/** `33,673,817`: groups of three, as both languages write it. */
export function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}
