// Goal: sentences as people write them, in both languages, get the findings they deserve and no others.
import { DAY_MS, HOUR_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import { checkDocument } from './check.ts';
import type { Facts, IssuedDocument } from './types.ts';

const calendar = { startMs: Date.UTC(2024, 10, 30, 15), offsetMinutes: 540 };
const at = (text: string) => Date.parse(`${text}+09:00`) - calendar.startMs;
const FACTS: Facts = {
  at: at('2025-11-19T20:00'),
  accountsLost: 33_673_000,
  nonMembersLost: 4_330_000,
  known: { low: 4536, high: 34_000_000 },
  items: ['name', 'email', 'phone', 'address', 'door-code', 'orders'],
  knowableItems: ['name', 'address'],
  firstAttackAt: 45 * DAY_MS,
  awareAt: at('2025-11-17T16:00'),
  declaredAt: at('2025-11-18T22:00'),
  containedAt: null,
  holdAt: null,
  logsLostDays: 12,
  peopleToldAt: null,
  calendar,
};
const SETTLED: Partial<Facts> = {
  known: { low: 33_600_000, high: 33_700_000 },
  containedAt: FACTS.at - HOUR_MS,
  holdAt: FACTS.at - DAY_MS,
  logsLostDays: 0,
  ruledOutItems: ['payment'],
  knowableItems: FACTS.items,
};

/** Codes and quotes of a sentence by itself: a line that no form asks anything of. */
function said(text: string, facts: Partial<Facts> = {}, earlier: readonly string[] = []): string[] {
  const issued: IssuedDocument[] = earlier.map((body, index) => ({
    sequence: index + 1,
    at: 0,
    document: { form: 'line', language: 'en', fields: { body } },
  }));
  const document = { form: 'line', language: 'en' as const, fields: { body: text } };
  return checkDocument(document, { ...FACTS, ...facts }, issued).map(
    ({ code, quote }) => `${code}: ${quote?.text}`,
  );
}

type Case = [text: string, found: readonly string[], facts?: Partial<Facts>, earlier?: string[]];

const MINIMISING: readonly Case[] = [
  ['We found an exposure of data.', ['minimising.exposure: exposure']],
  ['고객 정보가 노출되었습니다.', ['minimising.exposure: 노출']],
  ['It was no "exposure"; it was a leak.', []],
  ['이번 일은 노출이 아니라 유출입니다.', []],
  ['This was not an isolated incident.', []],
  ['No misuse has been found.', ['minimising.no-misuse: No misuse']],
  ['There is no evidence of any misuse.', ['minimising.no-misuse: no evidence of any misuse']],
  ['현재까지 2차 피해는 확인되지 않았습니다.', ['minimising.no-misuse: 2차 피해는 확인되지 않']],
  ['A limited number of customers is affected.', ['minimising.limited: limited number']],
  ['유출은 제한적입니다.', ['minimising.limited: 제한적']],
  ['피해는 제한적이지 않습니다.', []],
  ['A small number of accounts was affected.', ['minimising.small-number: small number']],
  ['Some customers are affected.', ['minimising.some-customers: Some customers']],
  ['일부 고객의 정보가 유출되었습니다.', ['minimising.some-customers: 일부 고객']],
  ['Data was potentially accessed.', ['minimising.potentially: potentially']],
  ['정보가 유출되었을 가능성이 있습니다.', ['minimising.potentially: 유출되었을 가능성']],
  [
    'Out of an abundance of caution we write to you.',
    ['minimising.abundance-of-caution: Out of an abundance of caution'],
  ],
  [
    'We take the security of your data very seriously.',
    ['minimising.seriously: take the security of your data very seriously'],
  ],
  ['We are sorry for any inconvenience.', ['minimising.inconvenience: any inconvenience']],
  ['불편을 끼쳐 드려 죄송합니다.', ['minimising.inconvenience: 불편을 끼']],
];

const OVER: readonly Case[] = [
  ['The attack has been contained.', ['over-claim.contained: has been contained']],
  ['The attack has been contained.', [], SETTLED],
  ['It has not been contained.', []],
  ['We will write again when it has been contained.', []],
  ['공격 경로를 모두 차단했습니다.', ['over-claim.contained: 모두 차단했습']],
  ['현재 차단하고 있습니다.', []],
  ['No payment data was taken.', ['over-claim.denied-payment: payment data']],
  ['No payment data was taken.', [], SETTLED],
  ['결제 정보는 유출되지 않았습니다.', ['over-claim.denied-payment: 결제 정보']],
  ['So far we have found no sign that payment data was taken.', []],
  ['결제 정보의 유출 여부는 조사 중입니다.', []],
  ['Names were leaked, but door codes were not.', ['over-claim.denied-door-code: door codes']],
  ['Names were leaked, but door codes were not.', ['wrong.denied-door-code: door codes'], SETTLED],
  [
    'All affected customers have been told.',
    ['over-claim.all-told: All affected customers have been told'],
  ],
  ['모든 고객에게 안내를 완료했습니다.', ['over-claim.all-told: 모든 고객에게 안내를 완료']],
  ['All logs have been preserved.', ['over-claim.preserved: All logs have been preserved']],
  ['Your data is safe.', ['over-claim.safe: Your data is safe']],
  ['The investigation is complete.', ['over-claim.complete: investigation is complete']],
  ['We blocked sixteen addresses and stopped the deletion of logs.', []],
  ['로그 삭제를 중단하고 필요한 조치를 했습니다.', []],
  ['공격 IP 16개를 차단했습니다.', []],
  ['유출이 중단되었습니다.', ['over-claim.contained: 유출이 중단되었']],
  [
    'Certain customers were affected; it cannot be ruled out that more were.',
    ['minimising.some-customers: Certain customers'],
  ],
  ['There is no guarantee.', []],
  ['All members have been told.', [], { peopleToldAt: FACTS.at - 1 }],
  [
    'Everybody affected: all people have been told.',
    ['over-claim.all-told: all people have been told'],
    { peopleToldAt: FACTS.at - 1 },
  ],
  ['전 직원이 교육을 받습니다.', []],
  ['전직 개발자의 소행입니다.', ['early.suspect: 전직 개발자']],
  [
    'Only 4,536 accounts.',
    ['minimising.only: Only 4,536 accounts', 'over-claim.figure-exact: 4,536'],
  ],
  ['Only 3 days are left.', []],
  ['Was payment data taken? No.', ['over-claim.denied-payment: payment data']],
  ['Was payment data taken? We do not know yet.', []],
  ['Has it been contained? Not yet.', []],
  ['관련 로그를 모두 보존하고 있습니다.', ['over-claim.preserved: 로그를 모두 보존']],
  ['We did not notice that names were read without permission.', []],
  ['There is no doubt that names were leaked.', []],
  ['Names were leaked because tokens were not checked.', []],
  [
    'No passwords, payment data or identity numbers were taken.',
    [
      'over-claim.denied-payment: payment data',
      'over-claim.denied-password: passwords',
      'over-claim.denied-id-number: identity numbers',
    ],
  ],
  ['The data did not include payment details.', ['over-claim.denied-payment: payment details']],
  ['결제 정보가 유출된 사실은 없습니다.', ['over-claim.denied-payment: 결제 정보']],
  ['결제 정보 유출 정황은 확인되지 않았습니다.', []],
  ['이름이 유출되었는데도 알리지 않았습니다.', []],
  [
    '결제 정보와 비밀번호는 안전하게 보호되고 있습니다.',
    [
      'over-claim.safe: 안전하게 보호',
      'over-claim.denied-payment: 결제 정보',
      'over-claim.denied-password: 비밀번호',
    ],
  ],
  ['별도의 조치는 필요하지 않습니다.', ['over-claim.safe: 별도의 조치는 필요하지 않']],
  ['Nothing else was taken.', ['over-claim.complete: Nothing else was']],
  ['A former employee did it.', ['early.suspect: former employee']],
];

const FIGURES: readonly Case[] = [
  ['33.7 million accounts were leaked.', ['over-claim.figure-exact: 33.7 million']],
  ['33.7 million accounts were leaked.', [], SETTLED],
  ['약 3,370만 개 계정이 유출되었습니다.', [], SETTLED],
  ['33,673,817 people are affected.', [], SETTLED],
  ['4,536 accounts were leaked.', ['over-claim.figure-low: 4,536'], SETTLED],
  ['4536건이 아니라 4,536명이 유출 피해를 입었습니다.', ['over-claim.figure-low: 4,536'], SETTLED],
  [
    '33.7 million customers and 4.33 million people who are not customers are affected.',
    [],
    SETTLED,
  ],
  ['Not 4,536 but 33.7 million accounts were leaked.', [], SETTLED],
  ['개인정보 4,536건이 유출되었습니다.', ['over-claim.figure-low: 4,536'], SETTLED],
  ['주소 목록 조회 1억 4천만 건이 있었고 문의는 4,536건입니다.', [], SETTLED],
  ['At least 4,536 accounts were leaked.', []],
  ['최소 4,536개 계정이 유출되었습니다.', []],
  ['At least 4,536 accounts were leaked.', ['over-claim.figure-low: 4,536'], SETTLED],
  ['Up to 5,000 customers are affected.', ['over-claim.figure-most: 5,000']],
  ['Between 4,536 and 34 million accounts were leaked.', []],
  ['90 million accounts were leaked.', ['over-claim.figure-high: 90 million']],
  ['삼천삼백칠십만 명의 정보가 유출되었습니다.', [], SETTLED],
  ['About thirty-three million customers are affected.', [], SETTLED],
  ['4,536 accounts were leaked.', ['early.figure: 4,536'], { known: null }],
  [
    'As of 19 November, 4,536 people are known to be affected; 2 May saw 6.3 million requests.',
    ['over-claim.figure-exact: 4,536'],
  ],
  ['Call 1577-1234 between 9:00 and 18:00, within 72 hours of 19 November 2025.', []],
];

const FIRST = 'At least 4,536 accounts were leaked.';
const EXACT = '4,536 accounts were leaked.';
const CONTRADICTIONS: readonly Case[] = [
  ['33.7 million accounts were leaked.', [], SETTLED, [FIRST]],
  ['33.7 million accounts were leaked.', ['contradiction.figure: 33.7 million'], SETTLED, [EXACT]],
  ['We correct our figure of 4,536: 33.7 million accounts were leaked.', [], SETTLED, [EXACT]],
  ['앞서 4,536개라고 알린 것을 3,370만 개 계정으로 정정합니다.', [], SETTLED, [EXACT]],
  [
    'We correct our figure: 33.7 million accounts were leaked.',
    ['contradiction.figure: 33.7 million'],
    SETTLED,
    [EXACT],
  ],
  [
    '33.7 million accounts were leaked.',
    [],
    SETTLED,
    [EXACT, 'Not 4,536 as we said earlier but 33,673,817 accounts were leaked.'],
  ],
  [
    'We became aware on 17 November 2025 at 16:00.',
    ['contradiction.aware: 17 November 2025 at 16:00'],
    {},
    ['2025-11-16 22:12에 인지했습니다.'],
  ],
  [
    'We became aware on 18 November 2025 at 22:52.',
    ['wrong.aware-late: 18 November 2025 at 22:52'],
  ],
  ['2025년 11월 17일 오후 4시에 인지했습니다.', [], {}, ['We became aware on 2025-11-17 16:00.']],
  [
    'Door codes were leaked.',
    ['contradiction.item-door-code: Door codes'],
    SETTLED,
    ['Names were leaked; door codes were not taken.'],
  ],
  [
    'We correct our notice: door codes were leaked.',
    [],
    SETTLED,
    ['Names were leaked; door codes were not taken.'],
  ],
  [
    'The attack is ongoing.',
    ['contradiction.contained: attack is ongoing'],
    {},
    ['The attack has been contained.'],
  ],
];

for (const [name, cases] of Object.entries({ MINIMISING, OVER, FIGURES, CONTRADICTIONS })) {
  test.each(cases)(`${name.toLowerCase()}: %s`, (text, found, facts, earlier) => {
    expect(said(text, facts, earlier)).toEqual(found);
  });
}
