/**
 * A department of the shop; `headCount` includes those who are not named. All invented (grade A).
 */
export type Department = {
  readonly id: string;
  readonly name: { readonly en: string; readonly ko: string };
  readonly headCount: number;
};

export const DEPARTMENTS = [
  { id: 'executive', name: { en: 'Executive', ko: '경영진' }, headCount: 12 },
  { id: 'security', name: { en: 'Security', ko: '정보보호' }, headCount: 210 },
  { id: 'identity', name: { en: 'Identity and access', ko: '인증 플랫폼' }, headCount: 46 },
  { id: 'backend', name: { en: 'Back-end engineering', ko: '백엔드 개발' }, headCount: 640 },
  { id: 'platform', name: { en: 'Platform and operations', ko: '플랫폼 운영' }, headCount: 260 },
  { id: 'payment', name: { en: 'Payment', ko: '결제' }, headCount: 120 },
  { id: 'data', name: { en: 'Data and BI', ko: '데이터' }, headCount: 180 },
  { id: 'privacy', name: { en: 'Privacy', ko: '개인정보보호' }, headCount: 24 },
  { id: 'legal', name: { en: 'Legal', ko: '법무' }, headCount: 60 },
  { id: 'communications', name: { en: 'Communications', ko: '홍보' }, headCount: 40 },
  { id: 'care', name: { en: 'Customer care', ko: '고객센터' }, headCount: 4_260 },
  { id: 'hr', name: { en: 'People and insider risk', ko: '인사' }, headCount: 150 },
] as const satisfies readonly Department[];

export type DepartmentId = (typeof DEPARTMENTS)[number]['id'];
