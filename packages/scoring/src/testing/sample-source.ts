import type { History, HistoryDocument, Moment, Text } from '../history.ts';
import type { Improvement, WashLine } from '../improvement.ts';
import type { Language, ReportSource } from '../report/types.ts';
import { score } from '../score-history.ts';
import type { Rating } from '../score.ts';
import { shippedTemplate } from '../templates.ts';
import { D0, DAY, HOUR, makeMoment } from './make-history.ts';
import { sampleHistory } from './sample-history.ts';
import { SAMPLE_RULE } from './sample-rule.ts';
import { SAYINGS } from './sample-sayings.ts';

/** What nobody should be able to do harm with: markup of every format, a formula, control characters. */
export const HOSTILE =
  '<b>bold</b> & "quoted" | pipe * star _ low ` tick [link](https://x.example) =1+1 \u0007\u202Eright \\ # end';

const LONG =
  'The team found the forged tokens within an hour and said so in plain words; it then waited eighteen hours for somebody who could decide on the key, while the incident record named two commanders. When the decision fell it was logged with its options, its reasons and the objection of the privacy officer, and it was carried out within the hour.';
const LONG_KO =
  '팀은 한 시간 안에 위조 토큰을 찾아내고 그 의미를 분명하게 설명했다. 그러나 서명 키를 교체할 권한을 가진 사람을 찾느라 열여덟 시간을 보냈고, 그동안 사고 기록에는 지휘관이 두 명으로 적혀 있었다. 결정이 내려진 뒤에는 선택지와 근거, 개인정보 보호책임자의 반대 의견까지 모두 기록했으며 한 시간 안에 실행했다.';

const RULE: Text = { en: 'Customer not found', ko: '없는 회원 조회' };

/** Alerts enough to fill pages of the log, as an exercise has them. */
function crowd(): Moment[] {
  return Array.from({ length: 60 }, (_, n) =>
    makeMoment(`a:new-user-agent/${n + 1}`, 'alert', D0 - 20 * DAY + n * 8 * HOUR, {
      subject: 'new-user-agent',
      text: {
        en: `Alert of “A client never seen before”: 198.51.100.${n}`,
        ko: `경보 “처음 보는 클라이언트”: 198.51.100.${n}`,
      },
    }),
  );
}

function documents(of: History): HistoryDocument[] {
  return of.documents.map((each) => ({
    ...each,
    title:
      each.form === 'people-notice'
        ? { en: 'Notice to the people concerned', ko: '정보주체 통지문' }
        : { en: 'Early report to the regulator', ko: '감독기관 초기 신고' },
    fields: [
      {
        label: { en: 'What happened', ko: '사고 경위' },
        text: `${LONG}\n\nSecond paragraph. ${HOSTILE}`,
      },
      { label: { en: 'Items', ko: '유출 항목' }, text: '이름, 전화번호, 배송지 주소' },
      { label: { en: 'How many', ko: '규모' }, text: '' },
    ],
    findings: each.findings.map((finding) => ({
      ...finding,
      quote: finding.quote && 'an exposure of some data, with no misuse found so far',
      explanation: {
        en: 'It was a leak: somebody read the data who had no right to. Say so, and list every item.',
        ko: '권한 없는 사람이 정보를 읽었으므로 ‘노출’이 아니라 ‘유출’입니다. 그렇게 쓰고 항목을 모두 적으십시오.',
      },
    })),
  }));
}

function history(): History {
  const sample = sampleHistory();
  const moments = [...crowd(), ...sample.moments].toSorted((x, y) => x.at - y.at);
  const titles = SAYINGS.objectives;
  return {
    ...sample,
    estimates: [
      ...sample.estimates,
      {
        ...{ moment: 'c15', at: D0 + 70 * HOUR, by: 'ana' },
        ...{ low: 900_000, high: 40_000_000, confidence: 80, truth: 31_500_000 },
      },
    ],
    moments: moments.map((each) => ({ ...each, text: SAYINGS.moments[each.id] ?? each.text })),
    objectives: sample.objectives.map((each) => ({ ...each, ...titles[each.id] })),
    documents: documents(sample),
    clocks: sample.clocks.map((each) => ({
      ...each,
      title: SAYINGS.clocks[each.rule] ?? each.title,
      source: 'Act on Promotion of Information and Communications Network Utilization, Art. 48-3',
    })),
    actors: [
      ...sample.actors,
      { id: 'eva', name: 'Eva Choi 최은아', roles: [], bot: false },
      { id: 'hostile', name: '=HYPERLINK("http://x")', roles: ['hr'], bot: false },
    ],
  };
}

const RATINGS: readonly Rating[] = [
  { objective: 'O1', letter: 'P', observation: LONG, moments: ['c2', 'c3', 'c7'], by: 'eva' },
  { objective: 'O2', letter: 'M', observation: LONG_KO, moments: ['c9', 'c10', 'c11'], by: 'eva' },
  { objective: 'O3', letter: 'S', observation: HOSTILE, moments: ['c12'], by: 'eva' },
];

const WASH: readonly WashLine[] = [
  { id: 'w1', kind: 'strength', text: 'We said out loud what we did not know.', by: 'ana' },
  { id: 'w2', kind: 'strength', text: '이견을 기록으로 남겼다.', by: 'chris' },
  { id: 'w3', kind: 'gap', text: 'Nobody knew who may decide on the signing key.', by: 'ben' },
  { id: 'w4', kind: 'gap', text: HOSTILE, by: 'hostile' },
];

const IMPROVEMENTS: readonly Improvement[] = [
  {
    id: 'i1',
    text: 'The signing key has an owner and a deputy, and both may revoke it alone at night.',
    owner: 'Head of identity',
    due: '2026-12-24',
    measure: 'A drill at 03:00 revokes a test key within 30 minutes, twice in a row.',
    status: 'doing',
    objective: 'O3',
    by: 'ana',
    carries: null,
  },
  {
    id: 'i2',
    text: '존재하지 않는 회원 번호 조회를 상시 감시한다. 야간 정리 작업은 이름으로 제외한다.',
    owner: '관제 책임자',
    due: '2027-01-15',
    measure: '회귀 시험이 통과하고 하루 오탐이 0.1건 이하이다.',
    status: 'open',
    objective: 'O1',
    by: 'ben',
    carries: { kind: 'rule', name: 'missing-customers', text: SAMPLE_RULE },
  },
  {
    id: 'i3',
    text: HOSTILE,
    owner: '',
    due: null,
    measure: '',
    status: 'open',
    objective: null,
    by: 'hostile',
    carries: null,
  },
];

const SQL = `select src_ip, count(*) as tokens, count(distinct subject) as subjects
from http_activity
where actor_user_type = 'member' and status = 'Success' -- \`\`\` a fence
group by src_ip
order by tokens desc`;

/** A finished crisis with long texts, both languages and hostile characters in everything that people write. */
export function sampleSource(language: Language): ReportSource {
  const own = history();
  return {
    title: 'Autumn exercise “Midnight key” 가을 훈련',
    team: 'Blue <team> & friends',
    exercise: { en: 'Crisis: ninety minutes', ko: '위기 대응: 90분' },
    summary: SAYINGS.summary,
    day: '2026-11-23',
    language,
    history: own,
    score: score(own, { ratings: RATINGS, template: shippedTemplate('standard') }),
    wash: WASH,
    improvements: IMPROVEMENTS,
    whatIfs: SAYINGS.whatIfs,
    misses: [
      {
        title: { en: 'Tokens that were never issued', ko: '발급된 적 없는 토큰' },
        at: D0 - 199 * DAY,
        moment: 'a:token-never-issued/1',
        hunt: {
          name: 'never-issued',
          title: { en: 'Tokens in use that were never issued', ko: '발급 기록이 없는 토큰 사용' },
          sql: SQL,
        },
        rule: {
          name: 'token-never-issued',
          title: 'Token that was never issued',
          firstAt: D0 - 199 * DAY,
        },
      },
      { title: RULE, at: D0 - 190 * DAY, moment: null, hunt: null, rule: null },
    ],
    published: SAYINGS.published,
    run: {
      scenario: 'insider-key-live',
      scenarioHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      seed: 42,
      scale: 1000,
      engine: '1.3',
      checksum: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
    },
  };
}
