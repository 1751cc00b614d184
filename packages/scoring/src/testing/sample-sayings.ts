import type { HistoryObjective, Text } from '../history.ts';
import type { PublishedRow, ReportWhatIf } from '../report/types.ts';

const both = (en: string, ko: string): Text => ({ en, ko });

const MOMENTS: Readonly<Record<string, Text>> = {
  e1: both(
    'The attacker begins to read address lists with forged tokens',
    '공격자가 위조 토큰으로 주소 목록을 읽기 시작함',
  ),
  e2: both(
    'Mail to care: “I know your customers’ door codes”',
    '고객센터 수신 메일: “고객의 공동현관 비밀번호를 알고 있다”',
  ),
  c1: both('Read the first mail', '첫 메일을 열람함'),
  'a:token-never-issued/1': both(
    'Alert of “Token that was never issued”',
    '경보 “발급된 적 없는 토큰”',
  ),
  c2: both('Alert judged: true', '경보를 진짜로 판정함'),
  c3: both('Incident declared, severity high', '심각도 높음으로 사고를 선언함'),
  c8: both('Legal hold: automatic deletion stops', '증거 보존: 자동 삭제를 멈춤'),
  c9: both(
    'Proposed: rotate the signing key with an overlap of 24 hours',
    '제안: 24시간 중첩을 두고 서명 키 교체',
  ),
  c12: both('The signing key is rotated', '서명 키가 교체됨'),
  c14: both('Early report filed with the regulator', '감독기관에 초기 신고를 제출함'),
  c16: both('Notice sent to 33,673,817 people', '33,673,817명에게 통지를 발송함'),
};

const RATING: HistoryObjective['ratings'] = {
  p: both('By minute 15, with one hint at most', '15분 이내이며 힌트는 많아야 1개'),
  s: both('By minute 20', '20분 이내'),
  m: both('By minute 27', '27분 이내'),
  u: both('Later or never', '그보다 늦거나 세우지 못함'),
};

const objective = (en: string, ko: string) => ({
  title: both(en, ko),
  measure: both(
    'Minute of the programme of the first correct hypothesis; precision and recall of the verdicts; hints taken.',
    '올바른 가설을 처음 기록한 진행 시각(분), 경보 판정의 정밀도와 재현율, 사용한 힌트 수',
  ),
  ratings: RATING,
});

const OBJECTIVES: Readonly<Record<string, Omit<HistoryObjective, 'id'>>> = {
  O1: objective('Detect and triage', '탐지와 초기 판단'),
  O2: objective('Command and record', '지휘와 기록'),
  O3: objective('Contain', '확산 차단'),
  O4: objective('Preserve and scope', '증거 보존과 범위 산정'),
  O5: objective('Report and notify', '신고와 통지'),
  O6: objective('Protect the customers', '고객 보호'),
  O7: objective('Learn', '학습'),
};

const CLOCKS: Readonly<Record<string, Text>> = {
  'kr-network-48-3': both('Report of an intrusion, 24 hours', '침해사고 신고, 24시간'),
  'kr-pipa-34-people': both('Notice to the people concerned, 72 hours', '정보주체 통지, 72시간'),
  'us-sec-8k': both('Material incident, 4 business days', '중요 사고 공시, 4영업일'),
};

const WHAT_IFS: readonly ReportWhatIf[] = [
  {
    title: both('Rotate the key hard on the first evening', '첫날 저녁에 서명 키를 즉시 폐기'),
    accounts: -1_350_000,
    days: -1,
    customerHours: 410_000,
    won: -2_400_000_000,
    explanation: both(
      'Forged access ended an hour after it; the logout storm cost more customer-hours.',
      '한 시간 뒤 위조 접근이 끝났지만 재로그인 폭주로 이용 불가 시간은 늘었습니다.',
    ),
  },
  {
    title: both('Block the sixteen addresses instead', '대신 주소 16개만 차단'),
    accounts: 640_000,
    days: null,
    customerHours: 12_000,
    won: 3_100_000_000,
    explanation: both(
      'The attacker moved after six hours and went on.',
      '공격자가 여섯 시간 뒤 주소를 옮겨 계속했습니다.',
    ),
  },
];

const PUBLISHED: readonly PublishedRow[] = [
  {
    id: 'accounts',
    title: both('Accounts lost', '유출된 계정'),
    published: both('33,673,817', '33,673,817개'),
    grade: 'H',
    team: both('31,500,000', '31,500,000개'),
  },
  {
    id: 'sources',
    title: both('Source addresses', '출발지 주소'),
    published: both(
      '16 for the address pages; others report 2',
      '주소 화면 기준 16개, 2개라는 보도도 있음',
    ),
    grade: 'L',
    team: both('16', '16개'),
  },
];

/** What the sample says in words. */
export const SAYINGS = {
  moments: MOMENTS,
  objectives: OBJECTIVES,
  clocks: CLOCKS,
  whatIfs: WHAT_IFS,
  published: PUBLISHED,
  summary: both(
    'A mail says that somebody reads the customers’ addresses, and it is true. Ninety minutes to notice, contain, tell and mend, with the attack still running.',
    '누군가 고객 주소를 읽고 있다는 메일이 도착했고, 사실입니다. 공격이 이어지는 가운데 90분 안에 알아채고, 막고, 알리고, 고쳐야 합니다.',
  ),
};
