import type { Language } from './language.ts';

type Words = { of: string; title: string; description: string };

/** The shipped rules in Korean, by name; `of` is the title they had when they were translated. */
const KOREAN: Readonly<Record<string, Words>> = {
  'attack-mail': {
    of: "Mail that threatens with our customers' data",
    title: '고객 정보로 협박하는 메일',
    description:
      '어느 부서로든 온 메일이나 문의가 우리 고객 명단과 언론 또는 돈을 말합니다. 고객이 전달한 협박은 여는 사람에게 평범한 메일로 보입니다.',
  },
  'canary-touched': {
    of: 'Canary account touched',
    title: '미끼 계정이 조회됨',
    description: '심어 둔 계정, 아무도 읽을 일 없는 계정의 개인정보를 누군가 조회했습니다.',
  },
  'custodian-left': {
    of: 'A signing key is in use whose reader has left',
    title: '퇴사자가 읽을 수 있었던 서명 키 사용 중',
    description:
      '퇴사한 사람이 읽을 수 있었던 키로 토큰이 서명됩니다. 정상 토큰과 위조 토큰 모두에 해당하며, 퇴사한 날부터 키를 바꿀 때까지 이어집니다.',
  },
  'hostile-logins': {
    of: 'Passwords tried in bulk from a hosting network',
    title: '호스팅 네트워크에서 비밀번호 대량 시도',
    description:
      '한 호스팅 네트워크에서 6시간 안에 로그인 30만 번이 실패했습니다. 훔친 비밀번호 목록을 시험하는 공격이지만, 모두의 정보를 읽는 그 공격은 아닙니다.',
  },
  'key-export': {
    of: 'Signing key exported',
    title: '서명 키 반출',
    description:
      '어떤 이유로든 서명 키가 금고 밖으로 나갔습니다. 어디로 갔고 사본이 사라졌는지 매번 확인해야 합니다.',
  },
  'key-read-unusual': {
    of: 'Signing key read outside deployments and drills',
    title: '배포와 훈련 밖에서 읽힌 서명 키',
    description: '배포 과정이 아닌 누군가가 문의 번호 없이 서명 키를 읽거나 반출했습니다.',
  },
  'leaver-key': {
    of: 'Somebody who has read a signing key leaves',
    title: '서명 키를 읽은 사람의 퇴사',
    description:
      '서명 키를 읽거나 반출한 사람이 반년 안에 퇴사했습니다. 키를 바꾸지 않으면 읽은 키는 계속 유효합니다.',
  },
  'missing-per-source': {
    of: 'Very many customers not found from one address',
    title: '한 주소가 찾은 없는 고객이 매우 많음',
    description:
      '한 주소가 일주일 안에 존재하지 않는 고객 3만 명을 물었습니다. 정리와 시험 작업은 배치 서버에서 그렇게 하지만 다른 누구도 그러지 않습니다.',
  },
  'new-user-agent': {
    of: 'Many customers read with an unlisted client',
    title: '목록에 없는 클라이언트가 많은 고객을 조회',
    description:
      '현재의 앱도 브라우저도 우리 시스템도 아닌 사용자 에이전트 하나가 하루 안에 서로 다른 고객 3만 명의 개인정보를 물었습니다.',
  },
  'page-flow': {
    of: 'Personal data without browsing',
    title: '둘러보지 않고 바로 개인정보',
    description:
      '한 주소가 일주일 안에 서로 다른 고객 5만 명의 개인정보를 물었고, 매번 세션의 첫 화면이었습니다. 사람은 홈이나 검색, 장바구니를 거쳐 옵니다.',
  },
  'subject-missing': {
    of: 'Token for a customer who does not exist',
    title: '존재하지 않는 고객의 토큰',
    description:
      '누군가 아무에게도 속하지 않은 회원 번호로 로그인했습니다. 그런 토큰을 내주는 발급자는 없습니다.',
  },
  'subjects-per-source': {
    of: 'Very many different customers from one address',
    title: '한 주소에서 매우 많은 서로 다른 고객',
    description:
      '한 주소가 일주일 안에 서로 다른 고객 8만 명의 이름이나 주소를 물었습니다. 가장 붐비는 통신사 주소도 2만 명쯤, 사무실은 수백 명입니다.',
  },
  'token-never-issued': {
    of: 'Token that was never issued',
    title: '발급된 적 없는 토큰',
    description:
      '발급자에게 기록이 없는 토큰이 서명 검사를 통과했습니다. 다른 누군가가 서명할 수 있다는 뜻입니다. 그런 토큰이 없는 고객을 대신하면 바로, 한 주소가 여럿을 쓰면 그때 울립니다.',
  },
  'volume-per-token': {
    of: 'Large volume through one token',
    title: '토큰 하나로 많은 양',
    description:
      '토큰 하나로 하루에 개인정보 화면 천 건 넘게 나갔습니다. 고객 한 명이나 계약 없는 시스템이 읽을 이유보다 많습니다.',
  },
};

function known(language: Language, name: string, title: string): Words | null {
  const words = language === 'ko' ? KOREAN[name] : undefined;
  // A rule that somebody has rewritten says what it is in its own words.
  return words?.of === title ? words : null;
}

/** A rule's title in the reader's language, as far as it is there. */
export function ruleTitle(
  language: Language,
  { name, title }: { name: string; title: string },
): string {
  return known(language, name, title)?.title ?? title;
}

/** What a rule looks for, in the reader's language as far as it is there. */
export function ruleDescription(
  language: Language,
  rule: { name: string; title: string; description: string | null },
): string | null {
  return known(language, rule.name, rule.title)?.description ?? rule.description;
}
