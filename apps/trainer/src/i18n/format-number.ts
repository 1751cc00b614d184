import type { Language } from './language.ts';

/** `33,673,817`; the minus sign is a true one. */
export function formatCount(value: number): string {
  const digits = String(Math.abs(Math.round(value))).replace(/\B(?=(\d{3})+$)/g, ',');
  return value < 0 && Math.round(value) !== 0 ? `−${digits}` : digits;
}

const EN_UNITS = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;
const KO_UNITS = [
  [1e12, '조'],
  [1e8, '억'],
  [1e4, '만'],
] as const;

/** Three significant digits, without a trailing zero: 33.7, 148, 6.3. */
function threeDigits(value: number): string {
  const places = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return String(Number(value.toFixed(places)));
}

/** `33.7 M`, `148 k`, `4,536`; Korean `3,367만`, `1.48억`. Exact below ten thousand. */
export function formatCompact(language: Language, value: number): string {
  const size = Math.abs(value);
  if (size < 10_000) return formatCount(value);
  const sign = value < 0 ? '−' : '';
  const units = language === 'ko' ? KO_UNITS : EN_UNITS;
  const [unit, name] = units.find(([u]) => size >= u * 0.9995)!;
  const scaled = size / unit;
  const text = scaled >= 1000 ? formatCount(scaled) : threeDigits(scaled);
  return language === 'ko' ? `${sign}${text}${name}` : `${sign}${text} ${name}`;
}

/** `≈ 33.7 M, 1:1000`; at 1:1 the count is exact and says so. */
export function formatScaled(language: Language, value: number, scale: number): string {
  if (scale === 1) return formatCount(value);
  return `≈ ${formatCompact(language, value)}, 1:${scale}`;
}

/** `₩423.5 bn`; Korean `4,235억 원`. */
export function formatWon(language: Language, value: number): string {
  const sign = value < 0 ? '−' : '';
  const size =
    Math.abs(value) < 1_000_000 && language === 'en'
      ? formatCount(Math.abs(value))
      : formatCompact(language, Math.abs(value));
  return language === 'ko' ? `${sign}${size} 원` : `${sign}₩${size}`;
}

/** A share of one as `57 %`, `0.5 %`. */
export function formatShare(value: number): string {
  const percent = value * 100;
  const places = percent !== 0 && Math.abs(percent) < 10 ? 1 : 0;
  return `${percent.toFixed(places).replace(/\.0$/, '')} %`;
}

/** `1.4 GB`, decimal units. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;
  let at = 0;
  let size = bytes;
  while (size >= 1000 && at < units.length - 1) {
    size /= 1000;
    at += 1;
  }
  return `${at === 0 ? Math.round(size) : threeDigits(size)} ${units[at]}`;
}
