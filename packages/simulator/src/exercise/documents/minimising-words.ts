import type { Text } from '../../scenario/types.ts';

/** A way of making it smaller than it is. Extend the list freely: each entry stands alone. */
export type MinimisingWord = {
  id: string;
  pattern: RegExp;
  severity: 'minor' | 'major';
  why: Text;
  better: Text;
};

const MISUSE_WHY: Text = {
  en: 'Nobody could know that nothing was misused: not having seen it is no finding, and it takes away people’s reason to protect themselves.',
  ko: '악용이 없었는지는 알 수 없습니다. 못 본 것은 확인이 아니며, 스스로를 지킬 이유를 빼앗습니다.',
};
const MISUSE_BETTER: Text = {
  en: 'Say what may be done with the data, and what to watch for.',
  ko: '그 정보로 무엇을 할 수 있는지, 무엇을 조심할지를 쓰십시오.',
};
const SIZE_WHY: Text = {
  en: 'A word for small instead of a figure makes a leak smaller than anybody could show.',
  ko: '숫자 대신 적다는 말을 쓰면 확인된 것보다 작아 보입니다.',
};
const SIZE_BETTER: Text = {
  en: 'Give the figure, or the range it lies in, and say that it may grow.',
  ko: '숫자나 범위를 쓰고, 늘어날 수 있다고 밝히십시오.',
};
const LEAK: Text = { en: 'Write "leak".', ko: '“유출”이라고 쓰십시오.' };

/** Words that make a leak smaller, in both languages; quoted and denied ones are let be. */
export const MINIMISING_WORDS: readonly MinimisingWord[] = [
  {
    id: 'exposure',
    pattern: /\bexpos(?:ure|ed|ing)\b|노출(?!값)/gi,
    severity: 'major',
    why: {
      en: '"Exposure" says that data lay open; it was taken. The regulator had a notice with this word written anew.',
      ko: '“노출”은 열려 있었다는 말이고, 실제로는 빠져나갔습니다. 이 표현의 통지문은 다시 쓰라는 명령을 받았습니다.',
    },
    better: LEAK,
  },
  {
    id: 'incident-only',
    pattern:
      /\b(?:security|data|technical|service) (?:event|issue|matter|anomaly|irregularity)\b|(?:보안|기술|시스템) ?(?:이슈|문제|이상)/gi,
    severity: 'minor',
    why: {
      en: 'An "issue" or "event" hides that personal data was taken.',
      ko: '“이슈”나 “문제”는 개인정보가 빠져나간 사실을 가립니다.',
    },
    better: LEAK,
  },
  {
    id: 'no-misuse',
    pattern:
      /\bno (?:(?:evidence|indication|indications|sign|signs|reports?|case|cases) (?:of|that)[^.;,]{0,40}?)?(?:any )?(?:misus\w*|abus\w*|fraud\w*|secondary (?:harm|damage))|\b(?:has|have|was|were) not been misused\b|\bnot (?:been )?misused\b|(?:2차|이차) ?피해(?:는|가|사례는|사례가)? ?(?:확인되지 않|발견되지 않|없)|악용(?:된|한)? ?(?:사례|정황|흔적)?(?:은|는|이|가)? ?(?:확인되지 않|발견되지 않|없)|도용(?:된)? ?(?:사례|정황)?(?:은|는|이|가)? ?(?:확인되지 않|발견되지 않|없)/gi,
    severity: 'major',
    why: MISUSE_WHY,
    better: MISUSE_BETTER,
  },
  {
    id: 'limited',
    pattern:
      /\blimited (?:number|amount|set|extent|scope|impact|to|incident|data|information|exposure)\b|\b(?:is|was|were|are|remains?) limited\b|제한적|한정적|국한/gi,
    severity: 'major',
    why: SIZE_WHY,
    better: SIZE_BETTER,
  },
  {
    id: 'small-number',
    pattern:
      /\b(?:small|tiny|very small|low|modest|handful) (?:number|share|part|portion|fraction|percentage|group|subset)\b|\ba (?:handful|few)\b|\bsubset of\b|소수(?:의|만|에)|극소수|극히 일부|소규모|미미/gi,
    severity: 'major',
    why: SIZE_WHY,
    better: SIZE_BETTER,
  },
  {
    id: 'some-customers',
    pattern:
      /\b(?:some|certain|several|a number) (?:of (?:our |the )?)?(?:customers?|members?|users?|accounts?|people|individuals)\b|일부 ?(?:고객|회원|이용자|사용자|계정|정보)/gi,
    severity: 'minor',
    why: SIZE_WHY,
    better: SIZE_BETTER,
  },
  {
    id: 'only',
    pattern:
      /\b(?:only|merely|just|no more than) (?:(?:basic|names?|e-?mails?|contact)\b|\d[\d,.]* ?(?:million |thousand )?(?:people|accounts|customers|members|users|records)\b)|\b(?:only|merely|just) (?:a )?(?:contact|public|basic)\b|에 불과|뿐입니다|불과합니다|만 유출/gi,
    severity: 'minor',
    why: {
      en: '"Only" judges for people how much it matters to them.',
      ko: '“뿐”은 얼마나 중요한지를 대신 판단하는 말입니다.',
    },
    better: {
      en: 'List what was taken and leave the judgement to the reader.',
      ko: '유출된 항목을 나열하고 판단은 읽는 사람에게 맡기십시오.',
    },
  },
  {
    id: 'potentially',
    pattern:
      /\b(?:potential(?:ly)?|possibl[ey]|may have been|might have been|could have been)\b(?= ?(?:\w+ ){0,3}?(?:access|leak|affect|taken|expos|compromis|view|impact|breach|involv|unauthori[sz]ed))|(?:유출|노출|열람)(?:되었|됐|되|됐)?(?:을|ㄹ)? ?(?:가능성|수 있|우려)|유출(?:이)? ?의심/gi,
    severity: 'minor',
    why: {
      en: 'What is known to have happened is written as if it were a possibility.',
      ko: '확인된 일을 가능성처럼 썼습니다.',
    },
    better: {
      en: 'Say plainly what is established, and apart from it what is open.',
      ko: '확인된 것은 확인된 대로 쓰고, 모르는 것은 따로 쓰십시오.',
    },
  },
  {
    id: 'isolated',
    pattern:
      /\bisolated (?:incident|case|event|system|occurrence|issue)\b|\bone-off\b|단발성|일회성|개별적인 (?:사건|사례)/gi,
    severity: 'minor',
    why: {
      en: 'Whether it stands alone is what an investigation finds out.',
      ko: '단독 사건인지는 조사로 밝혀지는 일입니다.',
    },
    better: { en: 'Leave it out.', ko: '빼십시오.' },
  },
  {
    id: 'abundance-of-caution',
    pattern:
      /\b(?:out of|in) an? abundance of caution\b|\bas a (?:pure(?:ly)? )?precaution(?:ary measure)?\b|만일(?:의 경우|을) ?(?:에 )?(?:대비|위해)|혹시 모를|예방 ?차원/gi,
    severity: 'minor',
    why: {
      en: 'People are told because the law and their safety demand it, not out of courtesy.',
      ko: '통지는 호의가 아니라 법과 안전을 위한 의무입니다.',
    },
    better: {
      en: 'Say why they are told: their data was taken.',
      ko: '정보가 유출되어 알린다고 쓰십시오.',
    },
  },
  {
    id: 'not-sensitive',
    pattern:
      /\b(?:not|non-?|no) ?sensitive\b(?: (?:data|information))?|\b(?:basic|ordinary|harmless|public(?:ly available)?) (?:contact )?(?:information|data|details)\b|민감(?:한)? ?정보(?:는|가)? ?(?:아니|아닙|없|포함되지)|(?:단순|기본) ?(?:한 )?(?:정보|연락처)/gi,
    severity: 'major',
    why: {
      en: 'An address with the code of its door is not harmless, and it is not for the sender to say.',
      ko: '공동현관 비밀번호가 있는 주소는 사소하지 않으며, 보낸 쪽이 판단할 일이 아닙니다.',
    },
    better: { en: 'Name the items.', ko: '항목을 쓰십시오.' },
  },
  {
    id: 'seriously',
    pattern:
      /\btakes? (?:the |your )?(?:security|privacy|safety|protection)[^.;]{0,50}? (?:very |extremely )?seriously\b|\bsophisticated (?:attack|threat|actor|criminal)\w*|고도화된 (?:공격|해킹)|최우선(?:으로|입니다)/gi,
    severity: 'minor',
    why: {
      en: 'A sentence about ourselves stands where one about the people should.',
      ko: '사람에 대한 말이 있어야 할 자리에 회사에 대한 말이 있습니다.',
    },
    better: { en: 'Say what people can do now.', ko: '지금 무엇을 할 수 있는지를 쓰십시오.' },
  },
  {
    id: 'inconvenience',
    pattern: /\b(?:any|the) inconvenience\b|불편을 (?:끼|드)|심려를 끼/gi,
    severity: 'minor',
    why: {
      en: 'A leak of one’s address and door code is no inconvenience.',
      ko: '주소와 현관 비밀번호의 유출은 불편이 아니라 피해입니다.',
    },
    better: { en: 'Apologise for the leak itself.', ko: '유출 자체를 사과하십시오.' },
  },
];
