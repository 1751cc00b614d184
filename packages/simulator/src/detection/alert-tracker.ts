/** One alert of a rule: its condition held for a group, and has not been false for a timespan since. */
export type Alert = {
  rule: string;
  /** 1-based, in the order in which the rule's alerts were raised. */
  number: number;
  /** Texts of the group's fields. */
  group: Readonly<Record<string, string>>;
  /** UTC epoch milliseconds of the first and last moment at which it held. */
  firstMs: number;
  lastMs: number;
  /** Moments at which it held. */
  events: number;
  /** Events in the window when it was raised. */
  raisedAt: number;
  /** Ground truth: the first moment at which an attack's record lay in the window; null: never. */
  firstAttackMs: number | null;
};

type Open = { alert: Alert; key: string | number };
export type AlertTrackerState = {
  raised: number;
  open: readonly { key: string | number; alert: Alert }[];
};

/**
 * Folds the moments at which a rule holds into alerts: one a group until the condition has been
 * false for one timespan. Moments of a group come in order of time; numbers are given by `news`.
 */
export class AlertTracker {
  readonly #rule: string;
  readonly #timespanMs: number;
  readonly #open = new Map<string | number, Open>();
  #raised = 0;
  #changed = new Set<Alert>();

  constructor(rule: string, timespanMs: number) {
    this.#rule = rule;
    this.#timespanMs = timespanMs;
  }

  hold(
    key: string | number,
    timeMs: number,
    attack: boolean,
    window: number,
    group: () => Readonly<Record<string, string>>,
  ): void {
    let open = this.#open.get(key);
    if (!open || timeMs - open.alert.lastMs > this.#timespanMs) {
      const alert = {
        rule: this.#rule,
        number: 0,
        group: group(),
        firstMs: timeMs,
        lastMs: timeMs,
        events: 0,
        raisedAt: window,
        firstAttackMs: null,
      };
      open = { alert, key };
      this.#open.set(key, open);
    }
    const { alert } = open;
    alert.lastMs = timeMs;
    alert.events++;
    if (attack) alert.firstAttackMs ??= timeMs;
    this.#changed.add(alert);
  }

  /** Alerts raised or gone on since the last call, as copies; forgets those that are over by `nowMs`. */
  news(nowMs: number): Alert[] {
    const raised = [...this.#changed].filter((alert) => alert.number === 0);
    raised.sort((a, b) => a.firstMs - b.firstMs);
    for (const alert of raised) alert.number = ++this.#raised;
    const news = [...this.#changed].map((alert) => ({ ...alert }));
    this.#changed = new Set();
    for (const [key, { alert }] of this.#open) {
      if (nowMs - alert.lastMs > this.#timespanMs) this.#open.delete(key);
    }
    return news;
  }

  snapshot(): AlertTrackerState {
    const open = [...this.#open.values()].map(({ key, alert }) => ({ key, alert: { ...alert } }));
    return { raised: this.#raised, open };
  }

  restore(saved: AlertTrackerState): void {
    this.#raised = saved.raised;
    this.#open.clear();
    this.#changed = new Set();
    for (const { key, alert } of saved.open) this.#open.set(key, { key, alert: { ...alert } });
  }
}
