// Goal: the checker asks of each form what it must say, quotes the very words, and never punishes saying more.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentText } from '../types.ts';
import { checkDocument } from './check.ts';
import { FORMS, formOf } from './forms.ts';
import { ITEMS } from './items.ts';
import { NEEDS, SIGNS } from './requirements.ts';
import type { Facts, IssuedDocument } from './types.ts';

const AT = 30_000_000_000;
const ITEM_IDS = ['name', 'email', 'phone', 'address', 'door-code', 'orders'];
const FACTS: Facts = {
  at: AT,
  accountsLost: 33_673_817,
  nonMembersLost: 0,
  known: { low: 33_600_000, high: 33_700_000 },
  items: ITEM_IDS,
  knowableItems: ITEM_IDS,
  firstAttackAt: 0,
  awareAt: null,
  declaredAt: null,
  containedAt: AT - 1,
  holdAt: AT - 1,
  logsLostDays: 0,
};
const codes = (document: DocumentText, facts = FACTS, earlier: IssuedDocument[] = []) =>
  checkDocument(document, facts, earlier).map(({ code }) => code);
const notice = (language: 'en' | 'ko', fields: DocumentText['fields']) =>
  ({ form: 'people-notice', language, fields }) as const;

const GOOD_EN = notice('en', {
  headline: 'Your personal data was leaked',
  occurred: 'From 14 April to 8 November 2025',
  what: 'Somebody forged sign-in tokens with a stolen signing key and read pages of 33.7 million accounts.',
  items: 'name,email,phone,address,door-code,orders',
  steps:
    'Have the code of your building’s door changed. Distrust anybody who calls and quotes your orders; we never ask for passwords by telephone.',
  measures: 'We revoked the key on 18 November and reported the leak to the authorities.',
  remedy: 'Report damage to us; the dispute mediation committee decides free of charge.',
  contact: 'Data protection team, 1577-0000',
  update: 'We will write again by 30 November with what is found.',
});
const GOOD_KO = notice('ko', {
  headline: '개인정보 유출 안내',
  occurred: '2025년 4월 14일부터 11월 8일까지',
  what: '탈취된 서명 키로 위조한 토큰을 이용해 약 3,370만 개 계정의 정보가 유출되었습니다.',
  items: 'name,email,phone,address,door-code,orders',
  steps: '공동현관 비밀번호를 바꾸고, 주문 내역을 말하는 전화에 주의하십시오.',
  measures: '11월 18일에 서명 키를 폐기하고 관계 기관에 신고했습니다.',
  remedy: '피해 접수와 분쟁조정 신청을 안내합니다.',
  contact: '개인정보보호팀 1577-0000',
  update: '추가로 확인되는 내용은 11월 30일까지 다시 알려 드리겠습니다.',
});
/** As the notice of the incident was first written: exposure, no misuse, some items left out. */
const FIRST_NOTICE = notice('ko', {
  headline: '개인정보 노출 안내',
  what: '고객님의 일부 정보가 비인가 조회를 통해 노출된 것으로 확인되었습니다. 현재까지 2차 피해는 확인되지 않았습니다.',
  items: 'name,email,phone,address',
  measures: '접근 경로를 차단하였습니다.',
  contact: '고객센터',
});

test('a notice that says everything has nothing said against it, in either language', () => {
  expect(codes(GOOD_EN)).toEqual([]);
  expect(codes(GOOD_KO)).toEqual([]);
});

test('the incident’s own first notice shows what was wrong with it', () => {
  expect(codes(FIRST_NOTICE)).toEqual([
    'missing.when',
    'missing.door-code',
    'missing.orders',
    'missing.steps',
    'missing.remedy',
    'minimising.exposure',
    'minimising.exposure',
    'minimising.some-customers',
    'minimising.no-misuse',
  ]);
});

test('an empty document of any form lacks everything its form asks for, each with a place in it', () => {
  for (const form of FORMS) {
    const facts = { ...FACTS, containedAt: null };
    const found = checkDocument({ form: form.id, language: 'ko', fields: {} }, facts, []);
    expect(found.length, form.id).toBeGreaterThanOrEqual(NEEDS[form.id]!.length);
    for (const { kind, field, quote, explanation, better } of found) {
      expect(kind).toBe('missing');
      expect(quote).toBeNull();
      expect(form.fields.map(({ id }) => id)).toContain(field);
      expect(explanation.ko).toMatch(/[가-힣]/);
      expect(better!.ko).toMatch(/[가-힣]/);
    }
  }
});

test('what could not be known is not asked for', () => {
  const facts = { ...FACTS, knowableItems: ['name'], known: null };
  const early = {
    form: 'public-statement',
    language: 'en',
    fields: { body: 'Names were leaked.' },
  };
  const found = codes(early as DocumentText, facts);
  expect(found).not.toContain('missing.door-code');
  expect(found).toContain('missing.count');
  const honest = 'Names were leaked. The number of people affected is not yet known.';
  expect(codes({ ...early, fields: { body: honest } } as DocumentText, facts)).not.toContain(
    'missing.count',
  );
});

test('every need of every form has words that meet it, and a field where it belongs', () => {
  for (const [form, needs] of Object.entries(NEEDS)) {
    expect(formOf(form), form).not.toBeNull();
    for (const need of needs) {
      if (need === 'items' || need === 'count') continue;
      expect(SIGNS[need].words.flags).not.toContain('g');
    }
  }
});

const SENTENCES = [
  ...Object.values(GOOD_EN.fields),
  ...Object.values(GOOD_KO.fields),
  ...Object.values(FIRST_NOTICE.fields),
  'No payment data was taken, but "exposure" is the word.',
  'We correct our figure of 4,536; between 4,000 and 40 million accounts were leaked.',
  'All customers have been told; the attack has been contained and your data is safe.',
  '앞서 4,536건으로 알렸으나 3천370만 명으로 정정합니다. 결제 정보는 안전합니다.',
  '- door codes\n- names\n1. orders\n“노출”이 아닙니다…',
  'We became aware on 17 November 2025 at 16:00, or 2025-11-18T22:52.',
  '삼천삼백칠십만 명, thirty-three million, 33,673,817, 3억 2천만, 1577-1234, 72 hours',
];
const forms = fc.constantFrom(...FORMS.map(({ id }) => id), 'none');
const words = fc.oneof(
  fc.array(fc.constantFrom(...SENTENCES), { maxLength: 4 }).map((parts) => parts.join(' ')),
  fc.string({ maxLength: 60, unit: 'grapheme' }),
);
const documents: fc.Arbitrary<DocumentText> = fc
  .tuple(forms, fc.constantFrom('en' as const, 'ko' as const), fc.array(words, { maxLength: 12 }))
  .map(([form, language, texts]) => {
    const ids = formOf(form)?.fields.map(({ id }) => id) ?? ['body', 'more'];
    const filled = ids.flatMap((id, index) =>
      texts[index] === undefined ? [] : [[id, texts[index]]],
    );
    return { form, language, fields: Object.fromEntries(filled) };
  });
const facts: fc.Arbitrary<Facts> = fc
  .record({
    known: fc.constantFrom(null, { low: 4536, high: 34_000_000 }, FACTS.known),
    containedAt: fc.constantFrom(null, AT - 1, AT + 1),
    holdAt: fc.constantFrom(null, AT - 1),
    logsLostDays: fc.constantFrom(0, 150),
    awareAt: fc.constantFrom(null, AT - 1),
    knowableItems: fc.subarray(ITEM_IDS),
    calendar: fc.constant({ startMs: Date.UTC(2024, 10, 30, 15), offsetMinutes: 540 }),
  })
  .map((some) => ({ ...FACTS, ...some }));
const earlier = fc
  .array(documents, { maxLength: 3 })
  .map((list): IssuedDocument[] =>
    list.map((document, index) => ({ sequence: index + 1, at: index, document })),
  );

test('the same words give the same findings, and every quote is the very words at its place', () => {
  fc.assert(
    fc.property(documents, facts, earlier, (document, known, before) => {
      const found = checkDocument(document, known, before);
      expect(checkDocument(structuredClone(document), known, before)).toEqual(found);
      for (const { quote, field, explanation, code, kind, against } of found) {
        expect(code.startsWith(`${kind}.`)).toBe(true);
        expect(explanation.en && explanation.ko).toBeTruthy();
        if (quote === null) continue;
        expect(document.fields[field]!.slice(quote.from, quote.to)).toBe(quote.text);
        expect(quote.text.length).toBeGreaterThan(0);
        if (kind === 'contradiction')
          expect(before.map(({ sequence }) => sequence)).toContain(against);
      }
    }),
    { seed: 42, numRuns: 300 },
  );
});

test('naming an item that was missing never adds a finding', () => {
  fc.assert(
    fc.property(documents, facts, (document, known) => {
      const before = codes(document, known);
      for (const code of before) {
        const item = ITEMS.find(({ id }) => code === `missing.${id}`);
        if (!item) continue;
        for (const sentence of [
          `${item.name.en} were leaked.`,
          `${item.name.ko}도 유출되었습니다.`,
        ]) {
          const id = formOf(document.form)!.fields[0]!.id;
          const fields = { ...document.fields, [id]: `${document.fields[id] ?? ''}\n${sentence}` };
          const after = codes({ ...document, fields }, known);
          expect(after).not.toContain(code);
          for (const each of new Set(after))
            expect(count(after, each), `${each} after ${sentence}`).toBeLessThanOrEqual(
              count(before, each),
            );
        }
      }
    }),
    { seed: 42, numRuns: 200 },
  );
});

const count = (list: readonly string[], code: string) =>
  list.filter((each) => each === code).length;

test('long and hostile text is read in time that grows with its length', () => {
  for (const part of [
    'no ',
    '1,',
    '3천',
    'not yet known the number ',
    '"',
    'all customers ',
    '노출 ',
    'a'.repeat(50),
  ]) {
    const body = part.repeat(20_000 / part.length);
    expect(Array.isArray(codes({ form: 'questions', language: 'en', fields: { body } }))).toBe(
      true,
    );
  }
}, 5_000);
