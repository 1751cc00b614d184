import type { Text } from '../../scenario/types.ts';
import { clausesOf, isQuestion, type Sentence } from './passages.ts';
import { saidInAnswer, saidOfItem, type SaidOfItem } from './said-of-item.ts';

/** A data item named in a clause, and what the clause says of it. */
export type ItemMention = {
  item: string;
  says: SaidOfItem;
  field: string;
  text: string;
  from: number;
};

type Item = { id: string; name: Text; pattern: RegExp };

/** Data items that documents speak of, in both languages. The first six are what the shop's pages hold. */
export const ITEMS: readonly Item[] = [
  {
    id: 'name',
    name: { en: 'names', ko: '이름' },
    pattern: /\b(?:full )?names?\b|이름|성명|성함/gi,
  },
  {
    id: 'email',
    name: { en: 'e-mail addresses', ko: '이메일 주소' },
    pattern: /\be-?mails?(?: address(?:es)?)?\b|(?:이메일|전자우편|메일)(?: ?주소)?/gi,
  },
  {
    id: 'phone',
    name: { en: 'telephone numbers', ko: '전화번호' },
    pattern:
      /\b(?:tele|mobile |cell )?phone(?: numbers?)?\b|전화 ?번호|휴대(?:폰|전화)(?: ?번호)?|연락처/gi,
  },
  {
    id: 'address',
    name: { en: 'delivery addresses', ko: '배송지 주소' },
    pattern:
      /\b(?:(?:delivery|home|postal|shipping|street) )?(?<!(?:mail|ip|web) )address(?:es)?(?: books?)?\b|배송지(?: ?(?:주소|목록))?|(?<!메일 ?|우편 ?|IP ?)주소(?:록)?/gi,
  },
  {
    id: 'door-code',
    name: { en: 'door codes', ko: '공동현관 비밀번호' },
    pattern:
      /\b(?:door|entrance|entry|lobby|building|gate)(?:way)?[- ](?:entry |entrance |access |door )?(?:codes?|passwords?|pins?)\b|공동 ?현관(?: ?출입)?(?: ?(?:비밀 ?번호|번호|암호))?|(?:현관|출입)(?: ?비밀)? ?번호/gi,
  },
  {
    id: 'orders',
    name: { en: 'orders', ko: '주문 내역' },
    pattern:
      /\b(?:purchases?|orders?)(?: histor(?:y|ies)| lists?| details)?\b|주문 ?(?:내역|정보|목록|이력)?|구매 ?(?:내역|정보|이력)/gi,
  },
  {
    id: 'payment',
    name: { en: 'payment data', ko: '결제 정보' },
    pattern:
      /\b(?:payments?|(?:credit |bank |debit )?cards?|bank account|financial)(?: (?:data|details|information|numbers?|records))?\b|결제 ?(?:정보|수단)?|(?:신용)?카드 ?(?:번호|정보)|계좌 ?(?:번호|정보)?|금융 ?정보/gi,
  },
  {
    id: 'password',
    name: { en: 'passwords', ko: '로그인 비밀번호' },
    pattern:
      /(?<!(?:door|entrance|entry|lobby|building|gate)[- ](?:entry |entrance |access |door )?)\bpasswords?\b|(?<!현관 ?|출입 ?)(?:비밀 ?번호|패스워드)/gi,
  },
  {
    id: 'id-number',
    name: { en: 'identity numbers', ko: '고유식별정보' },
    pattern:
      /\b(?:resident registration|national identity|identity|passport|customs) (?:numbers?|codes?)\b|주민(?:등록)? ?번호|고유 ?식별 ?정보|통관 ?(?:고유)? ?(?:부호|번호)/gi,
  },
];

const LEAK =
  /\b(?:leak\w*|breach\w*|tak(?:en|e)|took|stolen|stole|access\w*|affect\w*|expos\w*|includ\w*|involv\w*|compromis\w*|obtain\w*|viewed|read|reach(?:ed)?|disclos\w*|safe|secure|unaffected|untouched|protected)\b|\bitems?\b[^.]{0,30}:|유출|탈취|조회|노출|포함|침해|항목|안전|빠져|열람|새어|무관/i;
/** Telling people what to do, or where to write, says nothing of what was taken. */
const ADVICE =
  /\b(?:please|change (?:your|the)|contact us|call us|write to|reach us|beware|be wary|we will never ask)\b|바꾸|변경하|변경해|문의|주의|유의/i;

/** Every mention of a data item in a sentence about what was, or was not, taken. */
export function itemMentions(sentence: Sentence, aboutItems = false): ItemMention[] {
  const context = `${sentence.opening} ${sentence.text}`;
  if (!aboutItems && !LEAK.test(context)) return [];
  if (!/유출|탈취|\bleak|\btaken\b|\bstolen\b/i.test(sentence.text) && ADVICE.test(sentence.text))
    return [];
  return clausesOf(sentence).flatMap((clause) => {
    return ITEMS.flatMap(({ id, pattern }) =>
      [...clause.text.matchAll(pattern)].map((match) => ({
        item: id,
        says: isQuestion(sentence)
          ? saidInAnswer(sentence.answer)
          : saidOfItem(clause.text, match.index, match.index + match[0].length),
        field: clause.field,
        text: match[0],
        from: clause.from + match.index,
      })),
    );
  });
}

/** An item's name for people; the id itself when it is none of the list. */
export function itemName(id: string): Text {
  return ITEMS.find((item) => item.id === id)?.name ?? { en: id, ko: id };
}
