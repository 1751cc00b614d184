import { type Calendar, dayOf, MINUTE_MS, type SimTime, toIso } from '@dwell/core/time';
import type { Language } from './language.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = {
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  ko: ['일', '월', '화', '수', '목', '금', '토'],
};
const two = (n: number) => String(n).padStart(2, '0');

/** The local civil parts of a simulated time. */
export function civil(calendar: Calendar, at: SimTime) {
  const local = new Date(calendar.startMs + at + calendar.offsetMinutes * MINUTE_MS);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: local.getUTCDay(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
  };
}

/** `14 Apr` or `4월 14일`. */
export function formatDate(language: Language, calendar: Calendar, at: SimTime): string {
  const { month, day } = civil(calendar, at);
  return language === 'ko' ? `${month}월 ${day}일` : `${day} ${MONTHS[month - 1]}`;
}

/** `Apr 2025` or `2025년 4월`. */
export function formatMonth(language: Language, calendar: Calendar, at: SimTime): string {
  const { month, year } = civil(calendar, at);
  return language === 'ko' ? `${year}년 ${month}월` : `${MONTHS[month - 1]} ${year}`;
}

/** `03:12`, with seconds when asked. */
export function formatClock(calendar: Calendar, at: SimTime, seconds = false): string {
  const { hour, minute, second } = civil(calendar, at);
  return `${two(hour)}:${two(minute)}${seconds ? `:${two(second)}` : ''}`;
}

/** `14 Apr 03:12` or `4월 14일 03:12`. */
export function formatMoment(
  language: Language,
  calendar: Calendar,
  at: SimTime,
  seconds = false,
): string {
  return `${formatDate(language, calendar, at)} ${formatClock(calendar, at, seconds)}`;
}

/** `14 Apr 03:12, day 134` or `4월 14일 03:12, 134일째`; the day counts whole days since the run began. */
export function formatSimTime(
  language: Language,
  calendar: Calendar,
  at: SimTime,
  seconds = false,
): string {
  return `${formatMoment(language, calendar, at, seconds)}, ${formatDay(language, calendar, at)}`;
}

/** `day 134` or `134일째`. */
export function formatDay(language: Language, calendar: Calendar, at: SimTime): string {
  const day = dayOf(calendar, at);
  return language === 'ko' ? `${day}일째` : `day ${day}`;
}

/** The full form for a hover: weekday, year, seconds and the offset from UTC. */
export function formatFull(language: Language, calendar: Calendar, at: SimTime): string {
  const weekday = WEEKDAYS[language][civil(calendar, at).weekday];
  return `${weekday} ${toIso(calendar, at).replace('T', ' ')}`;
}

const UNITS = [
  [86_400_000, 'd', '일'],
  [3_600_000, 'h', '시간'],
  [60_000, 'min', '분'],
  [1000, 's', '초'],
] as const;

/** The two largest units: `2 d 3 h`, `45 min`; Korean `2일 3시간`, `45분`. */
export function formatSpan(language: Language, ms: number): string {
  let left = Math.round(Math.abs(ms) / 1000) * 1000;
  const parts: string[] = [];
  const first = UNITS.findIndex(([unit]) => left >= unit);
  if (first < 0) return language === 'ko' ? '0초' : '0 s';
  for (const [unit, en, ko] of UNITS.slice(first, first + 2)) {
    const count = Math.floor(left / unit);
    left -= count * unit;
    if (count > 0) parts.push(language === 'ko' ? `${count}${ko}` : `${count} ${en}`);
  }
  return (ms < 0 ? '−' : '') + parts.join(' ');
}

/** A countdown: `21:40` hours and minutes, `3:05:10` never; over four days in days. */
export function formatCountdown(language: Language, ms: number): string {
  const late = ms < 0;
  const minutes = Math.floor(Math.abs(ms) / MINUTE_MS);
  const text =
    minutes >= 96 * 60
      ? formatSpan(language, minutes * MINUTE_MS)
      : `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
  return late ? `−${text}` : text;
}
