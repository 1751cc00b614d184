import type { DocumentText } from '../types.ts';
import { type Figure, figuresIn } from './figures.ts';
import { FIELDS } from './fields.ts';
import { type ItemMention, itemMentions } from './items.ts';
import { type Sentence, sentencesOf } from './passages.ts';
import { type AwareTime, awareTimes } from './written-times.ts';

/** What a document says, taken apart once for all rules. */
export type Reading = {
  document: DocumentText;
  sentences: readonly Sentence[];
  /** Every figure named, those it denies or corrects included. */
  figures: readonly Figure[];
  items: readonly ItemMention[];
  aware: readonly AwareTime[];
  /** Does it say openly that something said before was different? */
  revises: boolean;
};

const REVISES =
  /\b(?:correct(?:s|ed|ion|ing)?|revis(?:e|es|ed|ion|ing)|updat(?:e|es|ed|ing)|amend(?:s|ed|ment)?|supersed\w*|previous(?:ly)?|earlier|initial(?:ly)?|we (?:first )?(?:said|reported|wrote|stated)|no longer)\b|정정|수정|갱신|업데이트|변경 ?(?:신고|공지|안내)|앞서|당초|기존|바로잡/i;

/** Reads a document: pure, and the same for the same words. */
export function readDocument(document: DocumentText): Reading {
  const sentences = sentencesOf(document);
  return {
    document,
    sentences,
    figures: sentences.flatMap((sentence) => figuresIn(sentence, sentence.field === 'count')),
    items: [
      ...sentences
        .filter(({ field }) => field !== FIELDS.items.id)
        .flatMap((sentence) => itemMentions(sentence)),
      ...choicesOf(document),
    ],
    aware: sentences.flatMap((sentence) => awareTimes(sentence)),
    revises: sentences.some(isRevision),
  };
}

/** Does this sentence say that something said before was different? */
export function isRevision({ text }: Sentence): boolean {
  // An update that is promised is no correction.
  return REVISES.test(
    text.replace(/\b(?:we )?will (?:\w+ ){0,4}?updat\w*|\bnext update\b|추가 ?업데이트/gi, ''),
  );
}

/** A `choices` field holds ids with commas; words in it are read as words. */
function choicesOf({ fields }: DocumentText): ItemMention[] {
  const field = FIELDS.items.id;
  const text = fields[field] ?? '';
  const known = new Set<string>(FIELDS.items.choices.map(({ id }) => id));
  if (text.split(',').every((id) => known.has(id.trim()) || id.trim() === ''))
    return [...text.matchAll(/[a-z-]+/g)].map((match) => ({
      item: match[0],
      says: 'taken',
      field,
      text: match[0],
      from: match.index,
    }));
  return sentencesOf({ form: '', language: 'en', fields: { [field]: text } }).flatMap((sentence) =>
    itemMentions(sentence, true),
  );
}

/** Data items that the document says were taken. */
export function itemsTaken(reading: Reading): ReadonlySet<string> {
  return new Set(reading.items.filter(({ says }) => says === 'taken').map(({ item }) => item));
}
