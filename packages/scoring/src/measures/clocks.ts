import type { History, HistoryClock } from '../history.ts';
import { type Figure, momentsWithin, unknown } from './figure.ts';

const evidence = ({ moment }: HistoryClock) => (moment === null ? [] : [moment]);

/** The filing, or else what set off the clock that nobody met. */
function lateEvidence(history: History, clock: HistoryClock): string[] {
  const { moment, startsAt } = clock;
  if (moment !== null) return [moment];
  const starters = ['declare', 'verdict', 'estimate', 'decision'] as const;
  return startsAt === null ? [] : momentsWithin(history, starters, startsAt, startsAt);
}
const started = ({ clocks }: History) => clocks.filter(({ state }) => state !== 'not_started');
const failed = ({ state }: HistoryClock) => state === 'late' || state === 'missed';

/**
 * Time to notify, ms: from when the team can be shown to have known to when people were told; 0 if they
 * were before. Parts: each legal clock, from its start to the filing that met it.
 */
export function timeToNotify(history: History): Figure {
  const parts = started(history).map((clock) => ({
    of: clock.rule,
    value:
      clock.metAt === null || clock.startsAt === null
        ? null
        : Math.max(0, clock.metAt - clock.startsAt),
    evidence: evidence(clock),
  }));
  const { awareAt, toldAt } = history;
  if (!toldAt) return unknown(awareAt === null ? 'not-aware' : 'not-notified', { parts });
  return {
    value: awareAt === null ? 0 : Math.max(0, toldAt.at - awareAt),
    at: toldAt.at,
    evidence: [toldAt.moment],
    parts,
  };
}

/**
 * Clocks met: of the legal clocks that were met or have run out, the share met in time. Those open still
 * are left out. Parts: each that started, 1 in time, 0 not, null open.
 */
export function clocksMet(history: History): Figure {
  const ran = started(history);
  if (ran.length === 0) return unknown('no-clocks');
  const parts = ran.map((clock) => ({
    of: clock.rule,
    value: clock.state === 'open' ? null : Number(clock.state === 'met'),
    evidence: evidence(clock),
  }));
  const due = ran.filter(({ state }) => state !== 'open');
  if (due.length === 0) return unknown('none-due', { parts });
  const met = due.filter(({ state }) => state === 'met');
  return { value: met.length / due.length, evidence: due.flatMap(evidence), parts };
}

/** Clocks late: how many legal clocks ran out before they were met, filed since or not. Parts: each of them. */
export function clocksLate(history: History): Figure {
  if (started(history).length === 0) return unknown('no-clocks');
  const late = history.clocks.filter(failed);
  return {
    value: late.length,
    evidence: late.flatMap((clock) => lateEvidence(history, clock)),
    parts: late.map((clock) => ({
      of: clock.rule,
      value: 1,
      evidence: lateEvidence(history, clock),
    })),
  };
}
