import type { Measure, Unit } from '@dwell/scoring';
import { formatCompact, formatCount, formatShare, formatWon } from '@/i18n/format-number.ts';
import { formatSpan } from '@/i18n/format-time.ts';
import type { Language } from '@/i18n/language.ts';
import type { Messages } from '@/i18n/en.ts';

const oneDigit = (value: number) => {
  const size = Math.abs(value);
  return size >= 10 || Number.isInteger(value)
    ? formatCount(value)
    : String(Number(value.toFixed(1)));
};

/** A value in its unit: `12 d 4 h`, `33.7 M`, `57 %`. */
export function unitText(unit: Unit, value: number, text: Messages, language: Language): string {
  const words = text.debrief;
  switch (unit) {
    case 'ms':
      return formatSpan(language, value);
    case 'minute':
      return words.minute(formatCount(value));
    case 'accounts':
      return formatCompact(language, value);
    case 'share':
      return formatShare(value);
    case 'times':
      return words.times(oneDigit(value));
    case 'hours':
      return words.hours(value < 10_000 ? oneDigit(value) : formatCompact(language, value));
    case 'won':
      return formatWon(language, value);
    case 'points':
      return words.points(oneDigit(value));
    case 'count':
      return oneDigit(value);
  }
}

/** A measure as people read it, or why there is none. */
export function measureText(
  { value, unit, why }: Pick<Measure, 'value' | 'unit' | 'why'>,
  text: Messages,
  language: Language,
): string {
  if (value !== null) return unitText(unit, value, text, language);
  return text.debrief.whyNot[why ?? ''] ?? text.debrief.whyNotElse;
}
