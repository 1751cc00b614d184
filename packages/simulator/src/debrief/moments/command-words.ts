import type { MomentKind } from '@dwell/scoring';
import type { Text } from '../../scenario/types.ts';

/** What somebody did, said without saying who. */
export const COMMAND_WORDS = {
  read: { en: 'Opened “{what}”', ko: '“{what}” 열람' },
  answerOption: { en: 'Answered “{what}”: {option}', ko: '“{what}”에 답함: {option}' },
  answerWords: {
    en: 'Answered “{what}” in words: “{words}”',
    ko: '“{what}”에 글로 답함: “{words}”',
  },
  propose: { en: 'Proposed: {what}', ko: '제안: {what}' },
  done: { en: '{what}', ko: '{what}' },
  agree: { en: 'Agreed: {what}', ko: '동의: {what}' },
  object: { en: 'Objected: {what}', ko: '반대: {what}' },
  failed: { en: '{what} (could no longer be done)', ko: '{what} (더 이상 실행할 수 없었음)' },
  withdraw: { en: 'Took back: {what}', ko: '철회: {what}' },
  verdict: { en: 'Judged alert {alert}: {verdict}', ko: '경보 {alert} 판정: {verdict}' },
  assign: { en: 'Took alert {alert} in hand', ko: '경보 {alert} 담당 지정' },
  release: { en: 'Gave alert {alert} back', ko: '경보 {alert} 담당 해제' },
  evidence: { en: 'Put on record: {what}', ko: '증거 기록: {what}' },
  hypothesis: {
    en: 'Hypothesis “{tag}”, {confidence} % sure: “{words}”',
    ko: '가설 “{tag}”, 확신 {confidence}%: “{words}”',
  },
  estimate: {
    en: 'Estimate: {low} to {high} accounts, {confidence} % sure',
    ko: '추정: 계정 {low}~{high}개, 확신 {confidence}%',
  },
  action: { en: 'Action: “{words}”', ko: '조치 항목: “{words}”' },
  actionDone: { en: 'Action done: “{words}”', ko: '조치 완료: “{words}”' },
  note: { en: 'Note: “{words}”', ko: '메모: “{words}”' },
  chat: { en: 'Said: “{words}”', ko: '대화: “{words}”' },
  hint: { en: 'Took hint {n} on “{what}”', ko: '“{what}” 힌트 {n} 사용' },
  send: { en: 'The facilitator sent “{what}”', ko: '진행자가 “{what}” 발송' },
  hold: { en: 'The facilitator held “{what}” back', ko: '진행자가 “{what}” 보류' },
  letGo: { en: 'The facilitator let “{what}” go', ko: '진행자가 “{what}” 보류 해제' },
  take: { en: 'The facilitator took “{what}” away', ko: '진행자가 “{what}” 회수' },
  move: { en: 'The facilitator moved “{what}”', ko: '진행자가 “{what}” 시각 변경' },
  edit: { en: 'The facilitator reworded “{what}”', ko: '진행자가 “{what}” 문구 수정' },
  new: { en: 'The facilitator added “{what}”', ko: '진행자가 “{what}” 추가' },
} satisfies { [name: string]: Text };

/** Verdicts on alerts. */
export const VERDICTS: { readonly [verdict: string]: Text } = {
  true: { en: 'an attack', ko: '공격' },
  false: { en: 'a false alarm', ko: '오탐' },
  benign: { en: 'real but harmless', ko: '정상 행위' },
  none: { en: 'open again', ko: '판정 취소' },
};

/** Acts of a team, as moments call them. */
export const ACT_WORDS = {
  declare: { en: 'Declare an incident of severity {severity}', ko: '심각도 {severity} 사고 선언' },
  file: { en: 'File {what}', ko: '{what} 제출' },
  issue: { en: 'Issue {what}', ko: '{what} 발행' },
  decide: { en: '{question}: {option}', ko: '{question}: {option}' },
  respond: { en: '{what}', ko: '{what}' },
  respondWith: { en: '{what} ({params})', ko: '{what} ({params})' },
} satisfies { [name: string]: Text };

export const SEVERITIES: { readonly [severity: string]: Text } = {
  low: { en: 'low', ko: '낮음' },
  medium: { en: 'medium', ko: '보통' },
  high: { en: 'high', ko: '높음' },
  critical: { en: 'critical', ko: '심각' },
};

/** Hypotheses, as the form lists them. */
export const HYPOTHESES: { readonly [tag: string]: Text } = {
  'forged-tokens': { en: 'forged tokens', ko: '위조 토큰' },
  'stolen-passwords': { en: 'stolen passwords', ko: '도난된 비밀번호' },
  'insider-present': { en: 'an insider who is still here', ko: '재직 중인 내부자' },
  'insider-left': { en: 'an insider who has left', ko: '퇴사한 내부자' },
  partner: { en: 'a partner', ko: '협력사' },
  'software-bug': { en: 'a fault in software', ko: '소프트웨어 결함' },
  'pen-test': { en: 'a penetration test', ko: '모의 해킹' },
  hoax: { en: 'a hoax', ko: '허위 제보' },
  other: { en: 'something else', ko: '그 밖의 것' },
};

/** Kinds of moments that a proposed act is, once it is done. */
export const ACT_KINDS = {
  decide: 'decision',
  declare: 'declare',
  file: 'file',
  issue: 'issue',
} satisfies { [act: string]: MomentKind };
