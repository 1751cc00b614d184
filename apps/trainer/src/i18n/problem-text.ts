import type { Language } from './language.ts';

/** What a rule's problems are about, in Korean, by their stable code; the details stay as the engine words them. */
const KOREAN: Readonly<Record<string, string>> = {
  YAML: 'YAML로 읽을 수 없음',
  YAML_ALIAS: 'YAML 별칭은 쓸 수 없음',
  YAML_DEPTH: '너무 깊이 중첩됨',
  YAML_EMPTY: '내용이 비어 있음',
  YAML_SIZE: '내용이 너무 김',
  YAML_VALUE: '쓸 수 없는 값',
  KIND: '값의 종류가 다름',
  TITLE: '제목이 없거나 잘못됨',
  LOGSOURCE: '로그 출처가 잘못됨',
  DETECTION: '탐지 부분이 잘못됨',
  SELECTION: '선택 조건이 잘못됨',
  CONDITION: '조건식이 잘못됨',
  MODIFIER: '수식어가 잘못됨',
  VALUE: '값이 잘못됨',
  CORRELATION: '상관 규칙이 잘못됨',
  REFERENCE: '가리키는 규칙이 없음',
  ALIAS: '별칭이 잘못됨',
  GROUP: '묶음 기준이 잘못됨',
  FILTER: '필터가 잘못됨',
  PLACEHOLDER: '채울 수 없는 자리 표시',
  EXPANSION: '너무 많이 펼쳐짐',
  EXTENSION: '표준에 없는 확장',
  AGGREGATION: '쓸 수 없는 옛 집계 문법',
  DUPLICATE: '같은 이름이 둘 있음',
  CYCLE: '서로를 가리킴',
  TIME: '시간이 잘못됨',
  RULE_TABLE: '그런 로그가 없음',
  RULE_FIELD: '그런 필드가 없음',
  RULE_NEEDS: '구매 전이라 비어 있는 필드',
  RULE_SCALE: '이 축척에서는 셀 수 없음',
  RULE_NAME: '이름이 잘못됨',
  RULE_MANY: '규칙이 둘 이상',
  RULE_EMPTY: '경보를 낼 규칙이 없음',
};

/** What is wrong with a rule's text, in the reader's language as far as it is there. */
export function problemText(
  language: Language,
  { code, message }: { code: string; message: string },
): string {
  const about = language === 'ko' ? KOREAN[code] : undefined;
  return about ? `${about}: ${message}` : message;
}
