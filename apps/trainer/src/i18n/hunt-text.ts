import type { SavedHunt } from '@dwell/simulator/router';
import type { Language } from './language.ts';

/** The shipped hunts in Korean, by name; their files are in English. */
const KOREAN: Readonly<Record<string, { title: string; hypothesis: string }>> = {
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
