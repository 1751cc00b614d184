import type { Text } from '../../scenario/types.ts';
import type { Form } from './types.ts';

export type Need =
  | 'what'
  | 'when'
  | 'aware'
  | 'count'
  | 'items'
  | 'steps'
  | 'measures'
  | 'contact'
  | 'remedy'
  | 'update'
  | 'evidence';

/** What each form must say. */
export const NEEDS: { readonly [form: string]: readonly Need[] } = {
  'kr-early-report': ['what', 'when', 'aware', 'measures', 'contact', 'update', 'evidence'],
  'kr-full-report': [
    'what',
    'when',
    'aware',
    'items',
    'count',
    'measures',
    'steps',
    'remedy',
    'contact',
    'update',
  ],
  'people-notice': ['what', 'when', 'items', 'steps', 'measures', 'remedy', 'contact', 'update'],
  'gdpr-report': ['what', 'when', 'aware', 'items', 'count', 'measures', 'contact', 'update'],
  'authority-report': ['what', 'when', 'aware', 'count', 'measures', 'contact', 'update'],
  'market-filing': ['what', 'when', 'count', 'update'],
  'holding-line': ['what', 'update'],
  'public-statement': ['what', 'items', 'count', 'steps', 'contact', 'update'],
  'care-script': ['what', 'items', 'steps', 'contact'],
  questions: ['what', 'when', 'items', 'steps', 'contact', 'remedy', 'update'],
};

/** How a need shows in words, where it has no field of its own, and what is said when it is missing. */
export const SIGNS: {
  readonly [Kind in Exclude<Need, 'items' | 'count'>]: {
    /** Field that asks for it; filled in, it is there. */
    field: string | null;
    words: RegExp;
    severity: 'minor' | 'major';
    explanation: Text;
    better: Text;
  };
} = {
  what: {
    field: null,
    words:
      /\b(?:leak\w*|breach\w*|stolen|stole|taken|unauthori[sz]ed|unlawful\w*|illegal\w*|intrusion|intruder|attack\w*|forged|expos\w*)\b|유출|침해|탈취|무단|불법|비인가|비정상|위조|해킹|공격|노출/i,
    severity: 'major',
    explanation: {
      en: 'It does not say what happened: personal data was leaked.',
      ko: '무슨 일이 있었는지, 곧 개인정보가 유출되었다는 말이 없습니다.',
    },
    better: {
      en: 'Say that personal data was leaked, and how.',
      ko: '개인정보가 유출되었다는 사실과 경위를 쓰십시오.',
    },
  },
  when: {
    field: 'occurred',
    words:
      /\b\d{4}-\d{2}(?:-\d{2})?\b|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b|\b(?:in|since|from|until|of) may\b|\d{1,2}월|\b(?:period|dates?|time) (?:is|are|of) (?:\w+ ){0,4}(?:unknown|not (?:yet )?known|investigated)|(?:시기|기간)[^.]{0,12}(?:확인 ?중|조사 ?중|파악)/i,
    severity: 'major',
    explanation: {
      en: 'It does not say when it happened.',
      ko: '언제 일어났는지가 없습니다.',
    },
    better: {
      en: 'Give the span that is known, or say that it is still being established.',
      ko: '알려진 기간을 쓰거나, 확인 중이라고 쓰십시오.',
    },
  },
  aware: {
    field: 'aware-at',
    words: /\b(?:became aware|aware since|learn(?:ed|t) of|discovered)\b|인지|알게 되/i,
    severity: 'major',
    explanation: {
      en: 'It does not say when you became aware: the limit is counted from there.',
      ko: '언제 인지했는지가 없습니다. 기한은 그때부터 셉니다.',
    },
    better: {
      en: 'Give the earliest moment that can be proved, and how.',
      ko: '입증할 수 있는 가장 이른 시점과 근거를 쓰십시오.',
    },
  },
  steps: {
    field: 'steps',
    words:
      /\b(?:change (?:your|the)|beware|be (?:wary|careful|alert|cautious)|watch (?:out )?for|do not (?:open|click|answer|give|reply)|never (?:give|tell|share)|phishing|hang up|impersonat\w*)\b|비밀번호(?:를|을)? ?(?:변경|바꾸|바꿔)|스미싱|피싱|사칭|주의하|조심|유의하|누르지/i,
    severity: 'major',
    explanation: {
      en: 'It does not say how people can protect themselves.',
      ko: '이용자가 스스로를 지킬 방법이 없습니다.',
    },
    better: {
      en: 'Tell them to change the code of their door, to distrust calls that quote their orders, and how we would call.',
      ko: '공동현관 비밀번호를 바꾸고, 주문 내역을 말하는 전화를 믿지 말고, 우리가 어떻게 연락하는지 알리십시오.',
    },
  },
  measures: {
    field: 'measures',
    words:
      /\bwe (?:have |are )?(?:\w+ly )?(?:revok\w*|block\w*|rotat\w*|replac\w*|stopp\w*|withdr\w*|report\w*|checking|investigat\w*|working)|폐기|교체|차단|대응|조치|신고하|조사/i,
    severity: 'minor',
    explanation: {
      en: 'It does not say what has been done against it.',
      ko: '어떤 조치를 했는지가 없습니다.',
    },
    better: {
      en: 'Say what was done and what is under way.',
      ko: '한 일과 하고 있는 일을 쓰십시오.',
    },
  },
  contact: {
    field: 'contact',
    words:
      /\b[\w.+-]+@[\w-]+\.[\w.]+\b|\bhttps?:\/\/|\b\d{2,4}-\d{3,4}(?:-\d{4})?\b|\b(?:call us|hotline|call cent(?:re|er)|help ?line|contact us|write to us|reach us)\b|고객센터|상담 ?(?:센터|전화)|문의|연락 ?주/i,
    severity: 'major',
    explanation: {
      en: 'It names nobody to ask.',
      ko: '문의할 곳이 없습니다.',
    },
    better: {
      en: 'Name a team with a telephone number or an address that is staffed.',
      ko: '실제로 응대하는 부서와 연락처를 쓰십시오.',
    },
  },
  remedy: {
    field: 'remedy',
    words:
      /\b(?:compensat\w*|damages?|redress|remed(?:y|ies)|claims?|mediation|reimburs\w*|complaint)\b|피해 ?(?:구제|보상|신고|접수)|보상|배상|분쟁 ?조정|구제/i,
    severity: 'major',
    explanation: {
      en: 'It does not say how damage is made good.',
      ko: '피해 구제 절차가 없습니다.',
    },
    better: {
      en: 'Say where damage is reported, and which bodies mediate.',
      ko: '피해 접수처와 분쟁조정 기관을 쓰십시오.',
    },
  },
  update: {
    field: null,
    words:
      /\b(?:will|shall) (?:\w+ ){0,4}?(?:update|inform|tell|notify|report|publish|let you know|follow|share|revise|supplement|add|amend|provide|give|write|say more|know more)\b|\b(?:when|as soon as|once) we know more\b|\bnext update\b|\bfurther (?:notice|information|details)\b|추가(?:로|적으로)? ?(?:확인|통지|안내|공지|신고|알려|알리|보고)|다시 ?(?:알려|알리|안내|공지)|후속 ?(?:안내|공지|보고)|확인되는 대로|계속 ?(?:알려|알리|안내)|업데이트/i,
    severity: 'minor',
    explanation: {
      en: 'Much is still open, and it does not promise to tell more.',
      ko: '아직 모르는 것이 많은데, 추가로 알리겠다는 약속이 없습니다.',
    },
    better: {
      en: 'Say what is not known and when you will tell more.',
      ko: '모르는 것이 무엇이고 언제 더 알릴지 쓰십시오.',
    },
  },
  evidence: {
    field: 'evidence',
    words: /\b(?:preserv\w*|hold|held|retain\w*|kept)\b|보존|보관|확보/i,
    severity: 'minor',
    explanation: {
      en: 'It does not say which logs are kept: the authority will ask first.',
      ko: '어떤 로그를 보존하는지가 없습니다. 기관이 가장 먼저 묻습니다.',
    },
    better: {
      en: 'Say since when deletion is stopped, and what is missing.',
      ko: '언제부터 삭제를 멈췄고 무엇이 없는지 쓰십시오.',
    },
  },
};

/** Field of a form in which a need belongs; the first field when none asks for it. */
export function placeOf(form: Form, wanted: readonly string[]): string {
  const found = wanted.find((id) => form.fields.some((field) => field.id === id));
  return found ?? form.fields[0]!.id;
}
