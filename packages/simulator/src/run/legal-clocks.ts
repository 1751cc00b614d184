import { HOUR_MS, type SimTime } from '@dwell/core';
import { earliestAwareness } from '../exercise/world/awareness.ts';
import type { WorldState } from '../world/state.ts';
import type { ClockState } from './summary.ts';

/** Korean rules as of 2025 (FACTS §5); not legal advice. Limits run from awareness. */
export const LEGAL_RULES = [
  {
    rule: 'kr-network-48-3',
    limitMs: 24 * HOUR_MS,
    title: { en: 'Network Act 48-3, regulator', ko: '정보통신망법 48조의3 침해사고 신고' },
    people: false,
  },
  {
    rule: 'kr-pipa-34-people',
    limitMs: 72 * HOUR_MS,
    title: { en: 'PIPA 34, to people', ko: '개인정보보호법 34조 정보주체 통지' },
    people: true,
  },
  {
    rule: 'kr-pipa-34-regulator',
    limitMs: 72 * HOUR_MS,
    title: { en: 'PIPA 34, to the regulator', ko: '개인정보보호법 34조 신고' },
    people: false,
  },
] as const;

export type LegalClock = {
  rule: string;
  title: { en: string; ko: string };
  startsAt: SimTime | null;
  dueAt: SimTime | null;
  metAt: SimTime | null;
  state: ClockState;
};

/** Earliest provable awareness, from which the clocks run; null while nothing proves it. */
export function awareAt(state: WorldState): SimTime | null {
  return earliestAwareness(state);
}

/** Legal clocks at a simulated time, strictest first. A function of the world's log alone. */
export function legalClocks(state: WorldState, now: SimTime): LegalClock[] {
  const startsAt = awareAt(state);
  return LEGAL_RULES.map(({ rule, limitMs, title, people }) => {
    const metAt = (people ? state.awareness.peopleToldAt : state.awareness.filed[rule]) ?? null;
    const dueAt = startsAt === null ? null : startsAt + limitMs;
    let clock: ClockState = 'not_started';
    if (dueAt !== null)
      clock = metAt !== null ? (metAt <= dueAt ? 'met' : 'late') : now >= dueAt ? 'missed' : 'open';
    return { rule, title, startsAt, dueAt, metAt, state: clock };
  });
}
