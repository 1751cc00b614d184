import type { SavedHunt } from '@dwell/simulator/router';
import type { Language } from './language.ts';

/** The shipped hunts in Korean, by name; their files are in English. */
const KOREAN: Readonly<Record<string, { title: string; hypothesis: string }>> = {
  'agent-peers': {
    title: '동료보다 훨씬 많은 고객을 조회하는 상담원',
    hypothesis:
      '상담원은 전화한 고객을 조회합니다. 같은 조의 다른 사람보다 훨씬 많이, 또는 아무도 전화하지 않은 고객을 조회하는 사람은 모으고 있는 것입니다.',
  },
  'batch-volumes': {
    title: '평소보다 많거나 문의 번호 없이 개인정보를 읽는 작업',
    hypothesis:
      '야간 작업은 많이 읽지만 늘 비슷합니다. 낮에, 문의 번호 없이, 또는 지난달보다 훨씬 많이 고객 자료를 읽는 사람이나 작업이 눈에 띕니다.',
  },
  'key-copies': {
    title: '아무도 뒷정리하지 않은 서명 키 반출',
    hypothesis:
      '반출한 키는 누군가 치울 때까지 어딘가에 있습니다. 서명 키 반출마다 그 뒤 첫 사본 수색을 보여 줍니다. 없으면 사본이 아직 남아 있을 수 있습니다.',
  },
  'leavers-with-keys': {
    title: '키를 읽었던 퇴사자',
    hypothesis:
      '키는 마지막으로 베낄 수 있었던 사람만큼 안전합니다. 서명 키를 읽거나 반출한 뒤 퇴사한 사람을 보여 주며, 퇴사 뒤 키가 바뀌었으면 뺍니다.',
  },
  'regular-hours': {
    title: '밤낮이 없는 출발지',
    hypothesis:
      '고객은 잠을 잡니다. 새벽 2시부터 6시까지 쇼핑몰은 거의 비어 있습니다. 하루 내내 고르게 요청하는 출발지는 프로그램입니다. 출발지별 야간 요청 비율을 전체 고객과 비교하며, deviations는 그 차이가 얼마나 우연이 아닌지 나타냅니다. 감시 도구, 작업, 다른 시간대도 비슷하게 보입니다.',
  },
  'sequential-subjects': {
    title: '회원 번호를 차례로 훑는 출발지',
    hypothesis:
      '한 주소 뒤의 고객들은 순서 없이 옵니다. 세어 올라가는 쪽은 번호를 하나씩 묻습니다. 새 고객은 거의 언제나 앞 고객보다 번호가 크고 간격이 비슷합니다. 목록을 처리하는 야간 작업과 협력사가 흔한 예외입니다.',
  },
  'source-peers': {
    title: '같은 종류의 네트워크와 다른 출발지',
    hypothesis:
      '가정에는 많은 것이 통신사에는 적습니다. 같은 날 같은 종류 네트워크의 다른 주소와 비교하면, 수집기는 천에 하나로 많이 묻는 주소보다도 몇 배 많은 고객을 묻습니다.',
  },
  'missing-subjects': {
    title: '존재하지 않는 회원에 대한 요청',
    hypothesis:
      '번호를 차례로 훑으면 주인 없는 번호를 많이 만납니다. 로그인한 고객은 그럴 일이 없습니다. ‘없음’ 응답 비율이 높은 출발지는 번호를 추측하고 있습니다.',
  },
  'never-issued': {
    title: '발급된 적 없이 쓰이는 토큰',
    hypothesis:
      '정상 토큰에는 발급이나 갱신 기록이 있습니다. 그런 기록 없이 서명 검사를 통과한 토큰은 서명 키를 가진 다른 누군가가 만든 것입니다. 로그보다 오래된 토큰은 기록이 지워졌을 수 있어 뺍니다.',
  },
  'pii-surge': {
    title: '개인정보 화면의 비중이 평소보다 커진 날',
    hypothesis:
      '수집기는 쇼핑몰 전체 트래픽에 묻히지만 읽는 몇 화면에서는 드러납니다. 행사는 모든 화면을 함께 올리고 수집기는 일부만 올립니다. 화면별 비중을 앞선 여덟 주의 중앙값과 비교합니다.',
  },
  'subjects-per-source': {
    title: '출발지 주소별 하루 회원 수',
    hypothesis:
      '한 주소가 하루에 아주 많은 회원의 화면을 읽는다면 수집기, 사무실, 통신사, 협력사 가운데 하나입니다. 집에서 계정 수천 개를 쓰는 사람은 없습니다.',
  },
};

/** A shipped hunt's title and hypothesis in the reader's language, as far as they are there. */
export function huntText(
  language: Language,
  hunt: SavedHunt,
): { title: string; hypothesis: string | null } {
  return (language === 'ko' && KOREAN[hunt.name]) || hunt;
}
