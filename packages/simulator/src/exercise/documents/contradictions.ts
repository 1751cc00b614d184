import { agree, type Figure } from './figures.ts';
import { claimsOf } from './claims.ts';
import { itemMentions, itemName } from './items.ts';
import type { Sentence } from './passages.ts';
import { isRevision, type Reading, readDocument } from './reading.ts';
import type { Finding, IssuedDocument } from './types.ts';
import { sameMoment, timesIn } from './written-times.ts';

type Earlier = { sequence: number; reading: Reading };
type Quote = { field: string; text: string; from: number };

/** Where a document and earlier ones cannot both be right, unless it corrects them openly. */
export function contradictions(
  reading: Reading,
  standing: readonly Figure[],
  earlier: readonly IssuedDocument[],
): Finding[] {
  const before = earlier.map(({ sequence, document }) => ({
    sequence,
    reading: readDocument(document),
  }));
  return [
    ...figureContradictions(reading, standing, before),
    ...awareContradictions(reading, before),
    ...itemContradictions(reading, before),
    ...containmentContradictions(reading, before),
  ];
}

/**
 * The figures a document stands by: one that repeats an earlier document's figure beside a newer one,
 * in words of correction, is named and not claimed.
 */
export function standingFigures(reading: Reading, earlier: readonly IssuedDocument[]): Figure[] {
  const claimed = reading.figures.filter(({ denied }) => !denied);
  if (!reading.revises) return claimed;
  const old = earlier.flatMap(({ document }) => readDocument(document).figures);
  const isOld = (figure: Figure) =>
    old.some((each) => each.of === figure.of && agree(each, figure));
  const hasNew = claimed.some((figure) => figure.of === 'people' && !isOld(figure));
  return hasNew ? claimed.filter((figure) => !isOld(figure)) : claimed;
}

function figureContradictions(
  reading: Reading,
  standing: readonly Figure[],
  before: readonly Earlier[],
): Finding[] {
  return (['people', 'non-members'] as const).flatMap((of) => {
    const mine = standing.filter((figure) => figure.of === of);
    const last = before.findLast((each) => each.reading.figures.some((figure) => figure.of === of));
    if (!last || mine.length === 0) return [];
    const theirs = last.reading.figures.filter((figure) => figure.of === of);
    const named = reading.figures.some(
      (figure) =>
        figure.of === of && !mine.includes(figure) && theirs.some((x) => agree(x, figure)),
    );
    if (reading.revises && named) return [];
    return mine
      .filter((figure) => !theirs.some((each) => agree(each, figure)))
      .map((figure) =>
        finding('figure', reading.revises ? 'minor' : 'major', figure, last.sequence, {
          en: `An earlier document said ${theirs[0]!.text}; this one says ${figure.text} without naming the old figure.`,
          ko: `앞선 문서는 ${theirs[0]!.text}, 이 문서는 ${figure.text}입니다. 옛 숫자를 밝히지 않았습니다.`,
        }),
      );
  });
}

function awareContradictions(reading: Reading, before: readonly Earlier[]): Finding[] {
  const last = before.findLast((each) => each.reading.aware.length > 0);
  if (!last) return [];
  const theirs = last.reading.aware;
  const known = (time: Reading['aware'][number]) => theirs.some((each) => sameMoment(each, time));
  const corrected = corrections(reading)
    .flatMap(({ text }) => timesIn(text))
    .some((time) => theirs.some((each) => sameMoment(each, time)));
  if (corrected) return [];
  return reading.aware
    .filter((time) => !known(time))
    .map((time) =>
      finding('aware', 'major', time, last.sequence, {
        en: `An earlier document put the moment of awareness at ${theirs[0]!.text}.`,
        ko: `앞선 문서는 인지 시점을 ${theirs[0]!.text}(으)로 썼습니다.`,
      }),
    );
}

function itemContradictions(reading: Reading, before: readonly Earlier[]): Finding[] {
  const seen = new Set<string>();
  return reading.items.flatMap((mention) => {
    if (mention.says !== 'taken' && mention.says !== 'not-taken') return [];
    const opposite = mention.says === 'taken' ? 'not-taken' : 'taken';
    const last = before.findLast((each) =>
      each.reading.items.some(
        ({ item, says }) => item === mention.item && says !== 'open' && says !== 'hedged',
      ),
    );
    const said = last?.reading.items.find(
      ({ item, says }) => item === mention.item && says === opposite,
    );
    if (!last || !said || seen.has(mention.item)) return [];
    if (corrections(reading).some((sentence) => speaksOf(sentence, mention.item))) return [];
    seen.add(mention.item);
    const { en, ko } = itemName(mention.item);
    return [
      finding(`item-${mention.item}`, 'major', mention, last.sequence, {
        en: `An earlier document said the opposite of ${en}: "${said.text}" ${opposite === 'taken' ? 'were' : 'were not'} taken.`,
        ko: `앞선 문서는 ${ko}에 대해 반대로 썼습니다(${opposite === 'taken' ? '유출됨' : '유출되지 않음'}).`,
      }),
    ];
  });
}

function containmentContradictions(reading: Reading, before: readonly Earlier[]): Finding[] {
  if (corrections(reading).some(({ text }) => CONTAINMENT.test(text))) return [];
  const last = before.findLast((each) => claimsOf(each.reading).some(isAboutContainment));
  if (!last || !claimsOf(last.reading).some(({ kind }) => kind === 'contained')) return [];
  return claimsOf(reading)
    .filter(({ kind }) => kind === 'not-contained')
    .map((claim) =>
      finding('contained', 'major', claim, last.sequence, {
        en: 'An earlier document said that it had been stopped.',
        ko: '앞선 문서는 이미 차단했다고 썼습니다.',
      }),
    );
}

const CONTAINMENT = /\b(?:contain|stop|block|end|attack|access)\w*|차단|봉쇄|종료|공격/i;

const corrections = ({ sentences }: Reading) => sentences.filter(isRevision);

const speaksOf = (sentence: Sentence, item: string) =>
  itemMentions(sentence, true).some((mention) => mention.item === item);

const isAboutContainment = ({ kind }: { kind: string }) =>
  kind === 'contained' || kind === 'not-contained';

const finding = (
  code: string,
  severity: Finding['severity'],
  { field, text, from }: Quote,
  against: number,
  explanation: Finding['explanation'],
): Finding => ({
  code: `contradiction.${code}`,
  kind: 'contradiction',
  severity,
  field,
  quote: { text, from, to: from + text.length },
  explanation,
  better: {
    en: 'Correct it openly: name what was said before, and why it was not right.',
    ko: '앞서 무엇이라고 했고 왜 달라졌는지 밝혀 정정하십시오.',
  },
  against,
});
