import { isOpen } from './open-facts.ts';
import { itemName } from './items.ts';
import { itemsTaken, type Reading } from './reading.ts';
import { type Need, NEEDS, placeOf, SIGNS } from './requirements.ts';
import { grouped } from './numbers.ts';
import type { Facts, Finding, Form } from './types.ts';

const EMPTY = /^[\s\-–—.]*$|^\s*(?:tbd|tba|n\/?a|none|todo|추후|미정|해당 ?없음|없음)[\s.]*$/i;
const UNKNOWN =
  /\b(?:number|extent|scale|scope|how many)\b[^.;]{0,60}?\b(?:not (?:yet )?(?:known|established|clear|confirmed)|unknown|unclear|being (?:established|investigated|determined))\b|\b(?:do not (?:yet )?know|not (?:yet )?known|investigating|establishing|still counting)\b[^.;]{0,40}?\b(?:how many|number|extent|scale|scope)\b|(?:규모|인원|건수|범위|몇 ?명)[^.]{0,20}(?:확인 ?중|조사 ?중|파악 ?중|파악하고|알 수 없|미확인|확인되지)/i;
const DOOR =
  /\b(?:chang\w*|replac\w*|reset|new)\b[^.;]{0,40}\b(?:door|entrance|entry|lobby|building|gate)\b|\b(?:door|entrance|entry|lobby|building|gate)\b[^.;]{0,30}\b(?:chang\w*|replac\w*|reset)\b|(?:현관|출입)[^.]{0,16}(?:변경|바꾸|바꿔|교체)/i;

/** What the form asks for and the document does not say; of data items, those that could be known. */
export function missingFindings(reading: Reading, form: Form, facts: Facts): Finding[] {
  const needs = NEEDS[form.id] ?? [];
  return needs.flatMap((need) => {
    if (need === 'items') return missingItems(reading, form, facts);
    if (need === 'count') return missingCount(reading, form, facts);
    return missingSign(reading, form, facts, need);
  });
}

const said = (reading: Reading, words: RegExp) =>
  reading.sentences.some(({ text }) => words.test(text));

function missingSign(
  reading: Reading,
  form: Form,
  facts: Facts,
  need: Exclude<Need, 'items' | 'count'>,
): Finding[] {
  if (need === 'update' && !isOpen(facts)) return [];
  const { field, words, severity, explanation, better } = SIGNS[need];
  const filled = field !== null && !EMPTY.test(reading.document.fields[field] ?? '');
  if (!filled && !said(reading, words)) {
    const place = placeOf(form, [field ?? need, 'what', 'body', 'callers']);
    return [missing(need, severity, place, explanation, better)];
  }
  const door = need === 'steps' && facts.knowableItems.includes('door-code');
  if (!door || said(reading, DOOR)) return [];
  return [
    missing(
      'step-door-code',
      'minor',
      placeOf(form, ['steps', 'body']),
      {
        en: 'Codes of doors were taken, and nobody is told to have theirs changed.',
        ko: '공동현관 비밀번호가 유출되었는데 바꾸라는 안내가 없습니다.',
      },
      {
        en: 'Tell people to have the code of their building’s door changed.',
        ko: '공동현관 비밀번호를 바꾸도록 안내하십시오.',
      },
    ),
  ];
}

function missingItems(reading: Reading, form: Form, facts: Facts): Finding[] {
  const taken = itemsTaken(reading);
  return facts.knowableItems
    .filter((item) => !taken.has(item))
    .map((item) => {
      const { en, ko } = itemName(item);
      return missing(
        item,
        'major',
        placeOf(form, ['items', 'what', 'body', 'callers']),
        {
          en: `It does not say that ${en} were taken; this could be seen by then.`,
          ko: `${ko}이(가) 유출되었다는 말이 없습니다. 그때 이미 확인할 수 있었습니다.`,
        },
        { en: `List ${en}.`, ko: `항목에 ${ko}을(를) 쓰십시오.` },
      );
    });
}

function missingCount(reading: Reading, form: Form, { known }: Facts): Finding[] {
  if (reading.figures.some(({ of, denied }) => of === 'people' && !denied)) return [];
  const open = said(reading, UNKNOWN) || EMPTY_COUNT.test(reading.document.fields['count'] ?? '');
  if (open && known === null) return [];
  const place = placeOf(form, ['count', 'what', 'body']);
  if (known === null || open)
    return [
      missing(
        'count',
        open ? 'minor' : 'major',
        place,
        open
          ? {
              en: 'It calls the number unknown, though a range could be given.',
              ko: '범위를 쓸 수 있었는데 규모를 알 수 없다고만 썼습니다.',
            }
          : {
              en: 'It says neither how many people are affected nor that this is not known.',
              ko: '몇 명인지도, 아직 모른다는 말도 없습니다.',
            },
        known === null
          ? { en: 'Say that it is not known yet.', ko: '아직 파악 중이라고 쓰십시오.' }
          : rangeText(known),
      ),
    ];
  return [
    missing(
      'count',
      'major',
      place,
      {
        en: 'It does not say how many people are affected.',
        ko: '몇 명이 영향을 받았는지가 없습니다.',
      },
      rangeText(known),
    ),
  ];
}

const EMPTY_COUNT = /unknown|not (?:yet )?known|unclear|확인 ?중|조사 ?중|파악 ?중|미상/i;

const rangeText = ({ low, high }: { low: number; high: number }) => ({
  en: `Between ${grouped(low)} and ${grouped(high)} accounts could be given.`,
  ko: `${grouped(low)}~${grouped(high)}개 계정이라고 쓸 수 있었습니다.`,
});

const missing = (
  code: string,
  severity: Finding['severity'],
  field: string,
  explanation: Finding['explanation'],
  better: Finding['explanation'],
): Finding => ({
  code: `missing.${code}`,
  kind: 'missing',
  severity,
  field,
  quote: null,
  explanation,
  better,
});
