import type { Tool } from '../exercise/types.ts';

/**
 * What a seat needs for a procedure: a tool on one of its roles' cards, or nothing but the seat.
 * `open`: nothing of a run is told. `instructor`: no seat is enough.
 */
export type Need = Tool | 'seat' | 'open' | 'instructor';

/** Every procedure about runs; one that is not here is refused to everybody. */
export const PROCEDURE_NEEDS: Readonly<Record<string, Need>> = {
  'run.scenarios': 'instructor',
  'run.estimate': 'instructor',
  'run.create': 'instructor',
  'run.list': 'instructor',
  'run.clock': 'instructor',
  'run.fork': 'instructor',
  'run.remove': 'instructor',
  'run.cancelBuild': 'instructor',
  'run.retryBuild': 'instructor',
  'run.get': 'seat',
  'run.situation': 'seat',
  'run.hours': 'seat',
  'run.events': 'seat',
  'run.live': 'seat',
  'response.catalogue': 'respond',
  'response.preview': 'respond',
  'response.act': 'respond',
  'response.withdraw': 'respond',
  'response.declare': 'respond',
  'hunt.saved': 'hunt',
  'hunt.tables': 'hunt',
  'hunt.search': 'hunt',
  'hunt.histogram': 'hunt',
  'hunt.facets': 'hunt',
  'hunt.sql': 'hunt',
  'rule.list': 'rules',
  'rule.check': 'rules',
  'rule.save': 'rules',
  'rule.remove': 'rules',
  'rule.backtest': 'rules',
  'rule.preview': 'rules',
  'rule.deploy': 'rules',
  'rule.retire': 'rules',
  'rule.fromHunt': 'rules',
  'alert.list': 'alerts',
  'alert.records': 'alerts',
  'alert.judge': 'alerts',
  'alert.reopen': 'alerts',
  'alert.assign': 'alerts',
  'shop.organisation': 'staff',
  'shop.keys': 'keys',
  'shop.gates': 'gateway',
  'shop.customers': 'customers',
  'shop.customer': 'customers',
  'shop.catalogue': 'open',
};

/** Exercises and debriefs know their own people: their service asks who may, of every procedure. */
const OWN_CHECKS = /^(?:exercise|debrief)\./;

/** What a procedure needs; null: nobody has said, so nobody may. */
export function needOf(path: string): Need | null {
  if (OWN_CHECKS.test(path)) return 'open';
  return Object.hasOwn(PROCEDURE_NEEDS, path) ? PROCEDURE_NEEDS[path]! : null;
}
