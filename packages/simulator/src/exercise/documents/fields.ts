import type { FormField } from './types.ts';

const line = (id: string, en: string, ko: string, required = true): FormField => ({
  id,
  label: { en, ko },
  kind: 'line',
  required,
});
const text = (id: string, en: string, ko: string, required = true): FormField => ({
  ...line(id, en, ko, required),
  kind: 'text',
});
const time = (id: string, en: string, ko: string, required = true): FormField => ({
  ...line(id, en, ko, required),
  kind: 'time',
});

/** Fields that several forms ask for, under the same id, so that what they say can be compared. */
export const FIELDS = {
  organisation: line('organisation', 'Organisation and person responsible', '신고 기관 및 책임자'),
  awareAt: {
    ...time('aware-at', 'When did you become aware?', '인지한 시점'),
    help: {
      en: 'The earliest moment that can be proved, not the moment of the decision.',
      ko: '결정한 시점이 아니라 입증할 수 있는 가장 이른 시점입니다.',
    },
  },
  occurred: line('occurred', 'When did it happen (from, to)?', '발생 시기(시작, 끝)'),
  what: text('what', 'What happened, and how?', '발생 경위'),
  items: {
    id: 'items',
    label: { en: 'Data items leaked', ko: '유출된 개인정보 항목' },
    kind: 'choices',
    choices: [
      { id: 'name', label: { en: 'Name', ko: '이름' } },
      { id: 'email', label: { en: 'E-mail address', ko: '이메일 주소' } },
      { id: 'phone', label: { en: 'Telephone number', ko: '전화번호' } },
      { id: 'address', label: { en: 'Delivery address', ko: '배송지 주소' } },
      { id: 'door-code', label: { en: 'Code of the building’s door', ko: '공동현관 비밀번호' } },
      { id: 'orders', label: { en: 'Recent orders', ko: '최근 주문 내역' } },
      { id: 'payment', label: { en: 'Payment data', ko: '결제 정보' } },
      { id: 'password', label: { en: 'Password', ko: '비밀번호' } },
      { id: 'id-number', label: { en: 'Identity number', ko: '고유식별정보' } },
    ],
    required: true,
  },
  count: {
    ...line('count', 'How many people?', '유출 규모(명)'),
    help: {
      en: 'A range or "at least" is an answer; say what is not known yet.',
      ko: '범위나 “최소 몇 명”도 답입니다. 아직 모르는 것은 모른다고 쓰십시오.',
    },
  },
  measures: text('measures', 'What has been done against it?', '대응 조치'),
  steps: text('steps', 'What can people do to protect themselves?', '이용자가 할 수 있는 조치'),
  contact: line('contact', 'Where to ask', '문의 부서와 연락처'),
  remedy: text('remedy', 'Help and redress for damage', '피해 구제 절차'),
  update: text(
    'update',
    'What is not known yet, and when it will be told',
    '미확인 사항과 추가 안내 계획',
    false,
  ),
  evidence: text('evidence', 'Logs and evidence kept', '로그·증거 보존 현황', false),
  consequences: text('consequences', 'Likely consequences', '예상되는 결과'),
  authority: line('authority', 'Authority addressed', '신고받는 기관'),
  material: text('material', 'Material impact, or likely impact', '중대한 영향'),
  headline: line('headline', 'Title', '제목'),
  body: text('body', 'Text', '본문'),
  callers: text('callers', 'What to say to somebody who calls', '문의 고객 응대 문구'),
  verify: text(
    'verify',
    'How people can tell our calls from false ones',
    '사칭 여부 확인 방법',
    false,
  ),
} satisfies { readonly [name: string]: FormField };
