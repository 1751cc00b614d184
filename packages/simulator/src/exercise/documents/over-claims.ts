import type { Text } from '../../scenario/types.ts';
import { type Claim, type ClaimKind, claimsOf } from './claims.ts';
import { isOpen } from './open-facts.ts';
import { itemName } from './items.ts';
import type { Reading } from './reading.ts';
import type { Facts, Finding, FindingKind } from './types.ts';

type Rule = {
  kind: FindingKind;
  severity: 'minor' | 'major';
  /** Is the claim true, and could it be known? */
  holds: (facts: Facts, claim: Claim) => boolean;
  explanation: Text;
  better: Text;
};

const before = (at: number | null | undefined, facts: Facts) =>
  at !== null && at !== undefined && at <= facts.at;

/** Members have accounts, and can be told; others affected are only in their address books. */
const OF_MEMBERS = /customer|member|user|고객|회원|이용자/i;

const RULES: { readonly [Kind in ClaimKind]?: Rule } = {
  contained: {
    kind: 'over-claim',
    severity: 'major',
    holds: (facts) => before(facts.containedAt, facts),
    explanation: {
      en: 'It says that the attack has been stopped; at that time a forged request could still succeed.',
      ko: '차단되었다고 썼지만, 그때는 위조 요청이 여전히 통과할 수 있었습니다.',
    },
    better: {
      en: 'Say what was done, that it is being watched, and when you will tell more.',
      ko: '무엇을 했는지, 지켜보고 있다는 점, 언제 다시 알릴지를 쓰십시오.',
    },
  },
  'all-told': {
    kind: 'over-claim',
    severity: 'major',
    holds: (facts, { text }) =>
      before(facts.peopleToldAt, facts) && (facts.nonMembersLost === 0 || OF_MEMBERS.test(text)),
    explanation: {
      en: 'Not everybody affected had been told: people in others’ address books have no account to write to, or no notice had gone out at all.',
      ko: '모두에게 알리지 않았습니다. 남의 주소록에 있던 사람은 회원이 아니거나, 아직 통지가 나가지 않았습니다.',
    },
    better: {
      en: 'Say who was told, when and how, and how the others will be reached.',
      ko: '누구에게 언제 어떻게 알렸고, 나머지는 어떻게 알릴지를 쓰십시오.',
    },
  },
  preserved: {
    kind: 'over-claim',
    severity: 'major',
    holds: (facts) => before(facts.holdAt, facts) && facts.logsLostDays === 0,
    explanation: {
      en: 'Not all logs were kept: deletion was running, or days are already gone.',
      ko: '로그가 모두 보존되지 않았습니다. 삭제가 계속되었거나 이미 없어진 날이 있습니다.',
    },
    better: {
      en: 'Say since when they are held, and what is missing.',
      ko: '언제부터 보존했는지와 없어진 부분을 쓰십시오.',
    },
  },
  complete: {
    kind: 'over-claim',
    severity: 'major',
    holds: (facts) => !isOpen(facts),
    explanation: {
      en: 'It calls the matter settled while its extent was still open.',
      ko: '범위가 아직 열려 있는데 끝난 일로 썼습니다.',
    },
    better: {
      en: 'Say what is settled and what is not.',
      ko: '확정된 것과 아닌 것을 나누어 쓰십시오.',
    },
  },
  safe: {
    kind: 'over-claim',
    severity: 'major',
    holds: () => false,
    explanation: {
      en: 'Data that was taken cannot be called back; nobody can promise that nothing will follow.',
      ko: '빠져나간 정보는 되찾을 수 없고, 이후 피해가 없다고 약속할 수 없습니다.',
    },
    better: {
      en: 'Say what people should watch for and do.',
      ko: '무엇을 조심하고 무엇을 해야 하는지를 쓰십시오.',
    },
  },
  certain: {
    kind: 'over-claim',
    severity: 'minor',
    holds: () => false,
    explanation: {
      en: 'A word of certainty that a first finding cannot carry.',
      ko: '초기 확인이 감당할 수 없는 단정입니다.',
    },
    better: {
      en: 'Say how you know it, and how sure you are.',
      ko: '어떻게 알았는지와 얼마나 확실한지를 쓰십시오.',
    },
  },
  suspect: {
    kind: 'early',
    severity: 'minor',
    holds: () => false,
    explanation: {
      en: 'It points at somebody while this is for the police and the regulator to establish.',
      ko: '수사와 조사로 밝혀질 일을 앞서 지목합니다.',
    },
    better: {
      en: 'Say which weakness was used, not who used it.',
      ko: '누구인지가 아니라 어떤 약점이 쓰였는지를 쓰십시오.',
    },
  },
};

/** Claims beyond what was true and knowable then. Regulators may be told of a suspect, the public not. */
export function overClaimFindings(reading: Reading, facts: Facts, toRegulator: boolean): Finding[] {
  const claims = claimsOf(reading).flatMap((claim): Finding[] => {
    const rule = RULES[claim.kind];
    if (!rule || rule.holds(facts, claim) || (claim.kind === 'suspect' && toRegulator)) return [];
    const { kind, severity, explanation, better } = rule;
    const code = `${kind}.${claim.kind}`;
    return [
      { code, kind, severity, field: claim.field, quote: quoteOf(claim), explanation, better },
    ];
  });
  return [...claims, ...denialFindings(reading, facts), ...falseItems(reading, facts)];
}

const quoteOf = ({ text, from }: Pick<Claim, 'text' | 'from'>) => ({
  text,
  from,
  to: from + text.length,
});

/** "No payment data was taken": wrong if it was, too sure if nobody could know. */
function denialFindings(reading: Reading, facts: Facts): Finding[] {
  return reading.items.flatMap((mention): Finding[] => {
    const { item, says, field } = mention;
    if (says !== 'not-taken' && says !== 'hedged') return [];
    const name = itemName(item);
    const quote = quoteOf(mention);
    if (facts.knowableItems.includes(item))
      return [
        {
          code: `wrong.denied-${item}`,
          kind: 'wrong',
          severity: 'major',
          field,
          quote,
          explanation: {
            en: `It says that ${name.en} were not taken; they were, and this could be seen.`,
            ko: `${name.ko}이(가) 유출되지 않았다고 썼지만 유출되었고, 확인할 수 있었습니다.`,
          },
          better: {
            en: `List ${name.en} among what was leaked.`,
            ko: `유출 항목에 ${name.ko}을(를) 넣으십시오.`,
          },
        },
      ];
    if (says === 'hedged' || (!facts.items.includes(item) && facts.ruledOutItems?.includes(item)))
      return [];
    return [
      {
        code: `over-claim.denied-${item}`,
        kind: 'over-claim',
        severity: 'major',
        field,
        quote,
        explanation: {
          en: `It says that ${name.en} were not taken; nobody could know this by then.`,
          ko: `${name.ko}이(가) 유출되지 않았다고 썼지만, 그때는 알 수 없었습니다.`,
        },
        better: {
          en: `Write that no sign of it has been found so far, and what is still being checked.`,
          ko: `현재까지 확인되지 않았다고 쓰고, 무엇을 더 확인 중인지 밝히십시오.`,
        },
      },
    ];
  });
}

/** An item ticked that was not taken. In running text a mention is too weak a sign of it. */
function falseItems({ items, document }: Reading, facts: Facts): Finding[] {
  return items
    .filter(({ field, item, says }) => {
      const ticked = field === 'items' && (document.fields[field] ?? '').split(',').includes(item);
      return ticked && says === 'taken' && !facts.items.includes(item);
    })
    .map((mention) => {
      const { en, ko } = itemName(mention.item);
      return {
        code: `wrong.item-${mention.item}`,
        kind: 'wrong',
        severity: 'major',
        field: mention.field,
        quote: quoteOf(mention),
        explanation: {
          en: `It lists ${en}, which were not taken.`,
          ko: `유출되지 않은 ${ko}을(를) 항목에 넣었습니다.`,
        },
        better: {
          en: 'List what was read, and say what is still being checked.',
          ko: '조회된 항목을 쓰고, 확인 중인 것은 따로 밝히십시오.',
        },
      };
    });
}
