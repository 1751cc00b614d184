import type { Bound, History, LossPoint, Outcome } from '../history.ts';

type Time = number | null;

const later = <T extends { at: Time }>(thing: T, by: number): T => ({
  ...thing,
  at: thing.at === null ? null : thing.at + by,
});

/** The same history at another time: every simulated time in it is later by so many ms. */
export function shiftHistory(history: History, by: number): History {
  const time = <T extends Time>(at: T): T => (at === null ? at : ((at + by) as T));
  const each = <T extends { at: Time }>(things: readonly T[]) =>
    things.map((thing) => later(thing, by));
  const maybe = <T extends { at: Time }>(thing: T | null) => thing && later(thing, by);
  const outcome = (of: Outcome): Outcome => ({
    ...of,
    attackStartedAt: time(of.attackStartedAt),
    firstTrueAlertAt: time(of.firstTrueAlertAt),
    detectedAt: time(of.detectedAt),
    containedAt: time(of.containedAt),
    attackEndedAt: time(of.attackEndedAt),
  });
  const curve = (loss: readonly LossPoint[]) => each(loss);
  const bound = (of: Bound): Bound => ({
    ...of,
    outcome: outcome(of.outcome),
    loss: curve(of.loss),
  });
  return {
    ...history,
    from: time(history.from),
    to: time(history.to),
    phases: history.phases.map((phase) => ({
      ...phase,
      sim: phase.sim && { from: time(phase.sim.from), to: time(phase.sim.to) },
    })),
    moments: each(history.moments),
    alerts: each(history.alerts).map((alert) => ({ ...alert, verdict: maybe(alert.verdict) })),
    injects: history.injects.map((inject) => ({
      ...inject,
      sentAt: time(inject.sentAt),
      metAt: time(inject.metAt),
      missedAt: time(inject.missedAt),
    })),
    decisions: each(history.decisions).map((decision) => ({
      ...decision,
      effectiveAt: time(decision.effectiveAt),
    })),
    hypotheses: each(history.hypotheses),
    estimates: each(history.estimates),
    documents: each(history.documents),
    clocks: history.clocks.map((clock) => ({
      ...clock,
      startsAt: time(clock.startsAt),
      dueAt: time(clock.dueAt),
      metAt: time(clock.metAt),
    })),
    freezes: each(history.freezes),
    awareAt: time(history.awareAt),
    declaredAt: time(history.declaredAt),
    commandedAt: maybe(history.commandedAt),
    heldAt: maybe(history.heldAt),
    toldAt: maybe(history.toldAt),
    guidedAt: maybe(history.guidedAt),
    newFacts: each(history.newFacts).map((fact) => ({ ...fact, revised: maybe(fact.revised) })),
    rules: history.rules.map((rule) => ({ ...rule, firstAt: time(rule.firstAt) })),
    loss: curve(history.loss),
    outcome: outcome(history.outcome),
    bounds: history.bounds.map(bound),
  };
}
