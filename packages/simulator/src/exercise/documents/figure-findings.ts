import { grouped } from './numbers.ts';
import type { Figure } from './figures.ts';
import type { Facts, Finding } from './types.ts';

/** Figures beyond what could be known: outside the interval, surer than it, or before there was any. */
export function figureFindings(figures: readonly Figure[], facts: Facts): Finding[] {
  return figures.flatMap((figure) => (figure.of === 'people' ? (judge(figure, facts) ?? []) : []));
}

function judge(figure: Figure, { known, nonMembersLost }: Facts): Finding | null {
  const { value, bound, low, high } = figure;
  if (known === null) {
    if (bound === 'at-least' || bound === 'range') return null;
    return finding(figure, 'early.figure', 'early', 'minor', {
      en: 'A figure was given before any had been established.',
      ko: '확인된 규모가 없는데 숫자를 썼습니다.',
    });
  }
  const span = {
    en: `between ${grouped(known.low)} and ${grouped(known.high)}`,
    ko: `${grouped(known.low)}~${grouped(known.high)}`,
  };
  const better = {
    en: `Then it could be known to lie ${span.en}.`,
    ko: `그때 알 수 있던 범위는 ${span.ko}명입니다.`,
  };
  if (high < known.low * 0.99 || (bound === 'at-least' && value < known.low * 0.9))
    return finding(
      figure,
      'over-claim.figure-low',
      'over-claim',
      'major',
      {
        en: 'The figure is smaller than what could already be known.',
        ko: '이미 알 수 있던 규모보다 작은 숫자입니다.',
      },
      better,
    );
  // Some count accounts, some people: those in address books who have no account come on top.
  if (low > (known.high + nonMembersLost) * 1.01)
    return finding(
      figure,
      'over-claim.figure-high',
      'over-claim',
      'major',
      {
        en: 'The figure is larger than anything that could be shown.',
        ko: '입증할 수 있던 것보다 큰 숫자입니다.',
      },
      better,
    );
  if (bound === 'at-most' && value < known.high * 0.98)
    return finding(
      figure,
      'over-claim.figure-most',
      'over-claim',
      'major',
      {
        en: 'It promises an upper end that could not be known.',
        ko: '알 수 없던 상한을 단정했습니다.',
      },
      better,
    );
  if (bound === 'exact' && known.high > known.low * 1.5)
    return finding(
      figure,
      'over-claim.figure-exact',
      'over-claim',
      'minor',
      {
        en: 'One exact figure, while only a wide range was known.',
        ko: '넓은 범위만 알던 때에 하나의 정확한 숫자를 썼습니다.',
      },
      better,
    );
  return null;
}

function finding(
  { field, text, from, to }: Figure,
  code: string,
  kind: Finding['kind'],
  severity: Finding['severity'],
  explanation: Finding['explanation'],
  better: NonNullable<Finding['better']> = {
    en: 'Say that the number is not known yet and when you will tell.',
    ko: '아직 파악되지 않았다고 쓰고 언제 알릴지 밝히십시오.',
  },
): Finding {
  return { code, kind, severity, field, quote: { text, from, to }, explanation, better };
}
