import type { Text } from '../scenario/types.ts';

/** A hunt's title in Korean: its file has it in English. */
export const HUNT_TITLES_KO: Readonly<Record<string, string>> = {
  'key-copies': '정리되지 않은 서명 키 반출',
  'leavers-with-keys': '퇴사자와 그들이 읽은 키',
  'missing-subjects': '존재하지 않는 고객에 대한 요청',
  'never-issued': '발급된 적 없는 토큰의 사용',
  'pii-surge': '개인정보 페이지 요청 비중이 평소보다 높은 날',
  'regular-hours': '밤낮없이 규칙적으로 요청하는 출발지',
  'sequential-subjects': '회원 번호를 차례로 훑는 출발지',
  'source-peers': '같은 네트워크의 다른 출발지와 다른 출발지',
  'subjects-per-source': '출발지 주소별·일별 서로 다른 고객 수',
  'agent-peers': '동료보다 많은 고객을 조회한 상담원',
  'batch-volumes': '평소보다 많은 개인정보를 읽었거나 티켓이 없는 작업',
};

/** Shipped rules that see this kind of attack, and the hunt that finds the same by hand. */
export const HUNT_OF_RULE: Readonly<Record<string, string>> = {
  'token-never-issued': 'never-issued',
  'subject-missing': 'missing-subjects',
  'missing-per-source': 'missing-subjects',
  'subjects-per-source': 'subjects-per-source',
  'custodian-left': 'leavers-with-keys',
  'leaver-key': 'leavers-with-keys',
  'key-export': 'key-copies',
  'key-read-unusual': 'key-copies',
  'page-flow': 'source-peers',
  'volume-per-token': 'batch-volumes',
};

/** What would have answered an inject: the rule that speaks of the same, or a hunt where there is none. */
export const LINK_OF_INJECT: Readonly<Record<string, { rule: string | null; hunt: string }>> = {
  'ticket-orders-quoted': { rule: 'token-never-issued', hunt: 'never-issued' },
  'second-wave': { rule: 'token-never-issued', hunt: 'never-issued' },
  'alert-flood': { rule: 'token-never-issued', hunt: 'never-issued' },
  'subject-not-found': { rule: 'subject-missing', hunt: 'missing-subjects' },
  'leaver-list': { rule: 'leaver-key', hunt: 'leavers-with-keys' },
  'leaver-matched': { rule: 'leaver-key', hunt: 'leavers-with-keys' },
  'key-register': { rule: 'custodian-left', hunt: 'leavers-with-keys' },
  'copies-found': { rule: 'key-export', hunt: 'key-copies' },
  'developer-confides': { rule: 'key-read-unusual', hunt: 'key-copies' },
  'attacker-moves': { rule: 'missing-per-source', hunt: 'sequential-subjects' },
  'estimate-one-endpoint': { rule: 'token-never-issued', hunt: 'never-issued' },
  'number-travels': { rule: null, hunt: 'never-issued' },
  'correlation-done': { rule: 'token-never-issued', hunt: 'never-issued' },
  'curious-agent': { rule: null, hunt: 'agent-peers' },
  'partner-burst': { rule: null, hunt: 'source-peers' },
  'what-can-we-know': { rule: null, hunt: 'never-issued' },
  'late-verifier': { rule: 'custodian-left', hunt: 'leavers-with-keys' },
  'rule-for-the-night': { rule: 'token-never-issued', hunt: 'never-issued' },
  'refused-burst': { rule: 'missing-per-source', hunt: 'missing-subjects' },
  'leaver-checklist': { rule: 'leaver-key', hunt: 'leavers-with-keys' },
  'leaver-question': { rule: 'leaver-key', hunt: 'leavers-with-keys' },
  'second-leaver': { rule: 'leaver-key', hunt: 'leavers-with-keys' },
  'key-order': { rule: 'custodian-left', hunt: 'leavers-with-keys' },
  'locks-question': { rule: 'custodian-left', hunt: 'leavers-with-keys' },
  'quarterly-review': { rule: 'custodian-left', hunt: 'leavers-with-keys' },
  'vault-report': { rule: 'key-export', hunt: 'key-copies' },
  recruiter: { rule: 'key-export', hunt: 'key-copies' },
  'odd-ticket': { rule: 'token-never-issued', hunt: 'never-issued' },
  'ticket-door-code': { rule: 'token-never-issued', hunt: 'never-issued' },
  'auditor-question': { rule: 'token-never-issued', hunt: 'never-issued' },
  'auditor-sample': { rule: 'token-never-issued', hunt: 'never-issued' },
  'whose-requests': { rule: 'subjects-per-source', hunt: 'subjects-per-source' },
  'cloud-bill': { rule: null, hunt: 'pii-surge' },
  'capacity-note': { rule: null, hunt: 'pii-surge' },
  'promotion-noise': { rule: null, hunt: 'source-peers' },
  'night-reads': { rule: 'page-flow', hunt: 'regular-hours' },
  blogger: { rule: 'page-flow', hunt: 'never-issued' },
};

export const MISS_WORDS = {
  inject: { en: 'Nobody saw to “{what}” in time', ko: '“{what}”에 제때 대응하지 않음' },
  unjudged: {
    en: 'The attack was in alerts of “{what}” ({count}), and nobody judged them',
    ko: '“{what}” 경보 {count}건에 공격이 있었지만 아무도 판정하지 않음',
  },
  putAway: {
    en: 'The attack was in alerts of “{what}” ({count}), and they were put away as nothing',
    ko: '“{what}” 경보 {count}건에 공격이 있었지만 문제없음으로 닫힘',
  },
  sooner: {
    en: 'The attack could have been seen {span} sooner: “{what}”',
    ko: '공격을 {span} 먼저 볼 수 있었음: “{what}”',
  },
  unseen: {
    en: 'The attack was never seen, and could have been: “{what}”',
    ko: '공격을 끝까지 보지 못했지만 볼 수 있었음: “{what}”',
  },
} satisfies { readonly [name: string]: Text };
