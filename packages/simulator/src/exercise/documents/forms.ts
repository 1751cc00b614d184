import { FIELDS as f } from './fields.ts';
import type { Form } from './types.ts';

/** The forms that trainees write, as plain data. Modelled on what the rules ask for; not legal advice. */
export const FORMS: readonly Form[] = [
  {
    id: 'kr-early-report',
    title: {
      en: 'Early report of an intrusion (Network Act 48-3)',
      ko: '침해사고 신고서(정보통신망법 제48조의3)',
    },
    rules: ['kr-network-48-3'],
    audience: 'regulator',
    fields: [
      f.organisation,
      f.awareAt,
      f.occurred,
      f.what,
      { ...f.count, required: false },
      f.measures,
      f.evidence,
      f.contact,
      f.update,
    ],
  },
  {
    id: 'kr-full-report',
    title: {
      en: 'Report of a leak of personal data (PIPA 34)',
      ko: '개인정보 유출 신고서(개인정보 보호법 제34조)',
    },
    rules: ['kr-pipa-34-regulator'],
    audience: 'regulator',
    fields: [
      f.organisation,
      f.awareAt,
      f.occurred,
      f.what,
      f.items,
      f.count,
      f.measures,
      f.steps,
      f.remedy,
      f.contact,
      f.evidence,
      f.update,
    ],
  },
  {
    id: 'people-notice',
    title: { en: 'Notice to the people affected', ko: '개인정보 유출 통지문' },
    rules: ['kr-pipa-34-people', 'kr-pipa-34-possibility', 'eu-gdpr-34', 'us-ca-people'],
    audience: 'people',
    fields: [
      f.headline,
      f.occurred,
      f.what,
      f.items,
      { ...f.count, required: false },
      f.steps,
      f.measures,
      f.remedy,
      f.contact,
      f.update,
    ],
  },
  {
    id: 'gdpr-report',
    title: {
      en: 'Notification of a personal data breach (GDPR 33)',
      ko: '개인정보 침해 통지(GDPR 제33조)',
    },
    rules: ['eu-gdpr-33'],
    audience: 'regulator',
    fields: [
      f.organisation,
      f.awareAt,
      f.occurred,
      f.what,
      f.items,
      f.count,
      f.consequences,
      f.measures,
      f.contact,
      f.update,
    ],
  },
  {
    id: 'authority-report',
    title: { en: 'Report to another authority', ko: '그 밖의 감독기관 보고서' },
    rules: [
      'eu-nis2-early-warning',
      'eu-nis2-notification',
      'eu-nis2-final',
      'us-ca-attorney-general',
      'jp-appi-26-prompt',
      'jp-appi-26-full',
      'in-cert-in',
    ],
    audience: 'regulator',
    fields: [
      f.authority,
      f.organisation,
      f.awareAt,
      f.occurred,
      f.what,
      f.count,
      f.measures,
      f.contact,
      f.update,
    ],
  },
  {
    id: 'market-filing',
    title: {
      en: 'Market filing of a material incident (8-K item 1.05)',
      ko: '중요 사이버 사고 공시(8-K 1.05)',
    },
    rules: ['us-sec-8k-105'],
    audience: 'market',
    fields: [f.headline, f.occurred, f.what, f.count, f.material, f.measures, f.update],
  },
  {
    id: 'holding-line',
    title: { en: 'Holding line for the press', ko: '언론 대응 초기 문구' },
    rules: [],
    audience: 'press',
    fields: [f.body],
  },
  {
    id: 'public-statement',
    title: { en: 'Public statement', ko: '공식 입장문' },
    rules: [],
    audience: 'press',
    fields: [f.headline, f.body, f.contact],
  },
  {
    id: 'care-script',
    title: { en: 'Script for customer care', ko: '고객센터 응대 지침' },
    rules: [],
    audience: 'staff',
    fields: [f.callers, f.steps, f.verify, f.contact, f.update],
  },
  {
    id: 'questions',
    title: { en: 'Questions and answers', ko: '질의응답' },
    rules: [],
    audience: 'people',
    fields: [f.body, f.steps, f.contact, f.remedy, f.update],
  },
];

/** A form by its id; null: there is none. */
export function formOf(id: string): Form | null {
  return FORMS.find((form) => form.id === id) ?? null;
}
