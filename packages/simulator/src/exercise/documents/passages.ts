import type { DocumentText } from '../types.ts';

/** A stretch of a field's text; `from` is its offset within the field, in UTF-16 units. */
export type Passage = { field: string; text: string; from: number };

export type Sentence = Passage & {
  /** What it goes on from: a line of a list from the sentence that opened the list, an answer from its question. */
  opening: string;
  /** The sentence after a question; empty for any other. */
  answer: string;
  /** Stretches that quote somebody's words, relative to the sentence. */
  quoted: readonly { from: number; to: number }[];
};

const END = /[.!?。](?=\s|$)|\n/g;
const LIST_LINE = /^\s*(?:[-*•·]|\(?\d{1,2}[.)])\s/;
const QUOTES = /"[^"\n]*"|“[^”\n]*”|「[^」\n]*」|『[^』\n]*』|‘[^’\n]*’/g;

/** Sentences of every field, in the fields' order: ended by a stop, or by the end of a line. */
export function sentencesOf(document: DocumentText): Sentence[] {
  return Object.entries(document.fields).flatMap(([field, text]) => sentencesIn(field, text));
}

function sentencesIn(field: string, text: string): Sentence[] {
  const quotes = [...text.matchAll(QUOTES)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const sentences: Sentence[] = [];
  let opening = '';
  const add = (from: number, to: number) => {
    const part = text.slice(from, to);
    if (part.trim() === '') return;
    const last = sentences.at(-1);
    const goesOn = last !== undefined && /[?:]\s*$/.test(last.text);
    if (goesOn && last.text.trimEnd().endsWith('?')) last.answer = part;
    if (!LIST_LINE.test(part)) opening = goesOn ? `${last.text} ${part}` : part;
    const quoted = quotes
      .filter((quote) => quote.from < to && quote.to > from)
      .map((quote) => ({ from: quote.from - from, to: quote.to - from }));
    sentences.push({ field, text: part, from, opening, answer: '', quoted });
  };
  let from = 0;
  for (const match of text.matchAll(END)) {
    const to = match.index + match[0].length;
    // A list's number is no end of a sentence.
    if (match[0] === '.' && /^\s*\d{1,2}\.$/.test(text.slice(from, to))) continue;
    add(from, to);
    from = to;
  }
  add(from, text.length);
  return sentences;
}

/** Clauses of a sentence: what is said of one thing after "but" does not hold for what came before. */
export function clausesOf(sentence: Sentence): Passage[] {
  const clauses: Passage[] = [];
  let from = 0;
  for (const match of sentence.text.matchAll(BREAK)) {
    clauses.push(cut(sentence, from, match.index));
    from = match.index;
  }
  clauses.push(cut(sentence, from, sentence.text.length));
  return clauses;
}

const BREAK = new RegExp(
  [
    ';',
    '[,—]? ?\\b(?:but|while|whereas|although|however)\\b',
    '(?:,|,? and|,? or) (?=(?:no|not|neither)\\b)',
    // Korean joins clauses by endings of the verb.
    '(?<=으며|이며|되며|하며|지만|았으나|었으나|됐으나|했으나|되었고|됐고|했고|았고|었고|이고|하고),? ',
  ].join('|'),
  'gi',
);

const cut = (sentence: Sentence, from: number, to: number): Passage => ({
  field: sentence.field,
  text: sentence.text.slice(from, to),
  from: sentence.from + from,
});

/** Is it a question? It claims nothing. */
export function isQuestion({ text }: Passage): boolean {
  return /\?\s*$/.test(text);
}

/** Does the stretch lie within quoted words? */
export function isQuoted(sentence: Sentence, from: number, to: number): boolean {
  return sentence.quoted.some((quote) => quote.from <= from && to <= quote.to);
}
