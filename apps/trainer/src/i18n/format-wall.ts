import type { Language } from './language.ts';

const two = (n: number) => String(n).padStart(2, '0');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A real moment in the reader's own zone: `14 Apr 09:05`, `4월 14일 09:05`. */
export function formatWall(language: Language, wallMs: number): string {
  const at = new Date(wallMs);
  const clock = formatWallClock(wallMs);
  return language === 'ko'
    ? `${at.getMonth() + 1}월 ${at.getDate()}일 ${clock}`
    : `${at.getDate()} ${MONTHS[at.getMonth()]} ${clock}`;
}

/** Real hours and minutes in the reader's own zone: `09:05`. */
export function formatWallClock(wallMs: number): string {
  const at = new Date(wallMs);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}
