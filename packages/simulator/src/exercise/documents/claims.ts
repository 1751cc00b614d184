import { isDenied } from './denied.ts';
import { isQuestion, isQuoted } from './passages.ts';
import type { Reading } from './reading.ts';

export type ClaimKind =
  | 'contained'
  | 'not-contained'
  | 'all-told'
  | 'preserved'
  | 'complete'
  | 'safe'
  | 'certain'
  | 'suspect';

/** Something a document asserts, with the words that assert it. */
export type Claim = { kind: ClaimKind; field: string; text: string; from: number; to: number };

const PATTERNS: { readonly [Kind in ClaimKind]: RegExp } = {
  contained:
    /\b(?:has|have|had|is|are|was|were|been|fully|completely|successfully|we|quickly|immediately|now) (?:\w+ly )?(?:been )?(?:contained|stopped|eliminated|closed off|shut out|blocked|secured|ended)\b|\bcontainment (?:is|was) (?:complete|achieved)\b|\bno longer (?:possible|active|ongoing|any access)\b|(?:차단|봉쇄)(?:을|를|이|가)? ?(?:완료|하였|했|됐|되었|끝)|조치(?:를)? ?(?:모두 ?)?완료|(?:공격|유출|접근|침해)(?:이|가|은|는)? ?(?:종료|중단|차단)(?:하였|했|됐|되었)|(?:완전히|모두|즉시) ?(?:차단|막)[가-힣]{0,2}(?:았|었|했|였|습)/gi,
  'not-contained':
    /\b(?:not (?:yet )?(?:been )?(?:contained|stopped)|still (?:active|ongoing|running|going on|leaking|reading)|(?:attack|access|leak) (?:is )?(?:continues|continuing|ongoing)|working to (?:contain|stop))\b|(?:아직|현재) ?(?:차단되지|차단하지|멈추지)|(?:계속되고|진행 ?중|차단하고 있|차단 ?중)/gi,
  'all-told':
    /\b(?:all|every|each)(?: of)?(?: the| our)? (?:affected |impacted )?(?:customers?|members?|users?|people|persons?|individuals|those affected|one)\b[^.;]{0,30}? (?:has|have|had|was|were|been) (?:already |now |been )*(?:told|notified|informed|contacted)|\b(?:told|notified|informed|contacted) (?:all|every|everyone|everybody)\b|(?:모든|전체|전원|해당) ?(?:고객|회원|이용자|피해자|대상자)?[가-힣]{0,4} ?(?:에게 ?)?(?:통지|안내|고지|알림|연락)(?:를|을)? ?(?:완료|마쳤|하였|했|드렸)/gi,
  preserved:
    /\b(?:all|every|complete|full)(?: of)?(?: the| our| relevant)? (?:\w+ )?(?:logs?|evidence|records?) (?:\w+ ){0,3}?(?:preserved|kept|secured|retained|intact)\b|\bpreserved all\b|(?:로그|증거|기록)(?:를|을)? ?(?:모두|전부|빠짐없이) ?(?:보존|확보|보관)|(?:모든|전체) ?(?:관련 ?)?(?:로그|증거|기록|접속기록)[^.]{0,12}(?:보존|확보|보관)/gi,
  complete:
    /\b(?:investigation|inquiry|analysis|review) (?:is|has been|was|now) (?:now )?(?:complete[d]?|concluded|finished)\b|\b(?:full|entire|whole|exact) (?:extent|scope|scale)[^.;]{0,20}? (?:is|was|has been) (?:known|established|determined|confirmed)\b|\bnothing (?:else|more) (?:was|has been)\b|\bthis is everything\b|(?:조사|분석|점검)(?:를|을|가)? ?(?:모두 ?)?(?:완료|마쳤|종료|끝)|(?:피해|유출) ?(?:규모|범위)(?:를|가)? ?(?:모두|전부|최종) ?(?:확인|확정)/gi,
  safe: /\b(?:your|customer|personal|all) (?:\w+ )?(?:data|information|accounts?) (?:is|are|remains?) (?:now )?(?:fully |completely )?(?:safe|secure|protected)\b|\b(?:there is |poses? )?no (?:further |remaining )?(?:risk|danger|threat)\b|\bno (?:action|steps?) (?:is|are) (?:needed|required|necessary)\b|\bno need to (?:worry|act)\b|\b(?:do not|don['’]t|need not)(?: (?:need|have) to)? (?:take any|do anything)\b|안심하(?:셔도|시고|십)|(?:추가 ?)?(?:피해 ?우려|위험)(?:은|는|이|가)? ?없|별도 ?(?:의 ?)?조치(?:는|가)? ?(?:필요 ?없|필요하지 ?않)|추가 ?피해(?:는|가)? ?(?:없|발생하지 ?않)|안전하게 ?(?:보호|보관)/gi,
  certain:
    /\b(?:certainly|(?:am|are|is) certain|confident|definite(?:ly)?|undoubted(?:ly)?|without (?:a |any )?doubt|guarantee[sd]?|100 ?%|absolutely|conclusively|beyond doubt|we can rule out|ruled out)\b|확실히|확실합|절대(?:로)?|100 ?%|단언|틀림없|보장합|배제(?:했|하였|됩)/gi,
  suspect:
    /\b(?:former|ex-?|disgruntled) ?(?:employee|developer|engineer|staff|worker|insider|colleague)s?\b|\b(?:foreign|chinese|russian|north korean|state-sponsored) (?:hackers?|nationals?|actors?|groups?)\b|(?:퇴사|퇴직)(?:한|자| 직원| 개발자)|전직 ?(?:직원|개발자|임직원)|전 (?:직원|개발자)(?:의 (?:소행|범행)|으로|(?:이|가) (?:유출|빼|훔))|(?:중국|러시아|북한|외국)(?:인|계)? ?(?:국적|해커|해킹|조직|소행)/gi,
};

/** Claims in the order of their kinds. Quoted and denied ones are none. */
export function claimsOf({ sentences }: Reading): Claim[] {
  return (Object.keys(PATTERNS) as ClaimKind[]).flatMap((kind) =>
    sentences
      .filter((sentence) => !isQuestion(sentence))
      .flatMap((sentence) =>
        [...sentence.text.matchAll(PATTERNS[kind])].flatMap((match) => {
          const [text] = match;
          const to = match.index + text.length;
          if (isQuoted(sentence, match.index, to)) return [];
          if (kind !== 'not-contained' && isDenied(sentence.text, match.index, to)) return [];
          if (kind === 'contained' && isPlanned(sentence.text, match.index, to)) return [];
          return [
            {
              kind,
              field: sentence.field,
              text,
              from: sentence.from + match.index,
              to: sentence.from + to,
            },
          ];
        }),
      ),
  );
}

const PLAN_BEFORE =
  /\b(?:until|when|once|if|as soon as|will|to be|whether|after|before)\b[^.;,]{0,40}$/i;
const PLAN_AFTER = /^[^.;,]{0,6}(?:때까지|까지|하면|되면|예정|여부|할 계획)/;

const MEASURE =
  /\b(?:address(?:es)?|networks?|ips?|tokens?|deletion|deleting|logs?|purges?|calls?|callers|sessions?|orders?|payments?)\b|주소|IP|네트워크|대역|토큰|삭제|파기|전화|세션/i;

/**
 * "Until it has been contained" claims nothing; nor does "we blocked sixteen addresses": that is a
 * measure, and stopping what deletes logs is another.
 */
function isPlanned(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 60), from);
  if (PLAN_BEFORE.test(before) || PLAN_AFTER.test(text.slice(to, to + 12))) return true;
  const whole = /contain|eliminat|shut out/i.test(text.slice(from, to));
  return !whole && MEASURE.test(`${before.slice(-30)} | ${text.slice(to, to + 30)}`);
}
