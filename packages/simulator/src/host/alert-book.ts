import { DAY_MS, type SimTime } from '@dwell/core';
import type { Alert } from '../detection/alert-tracker.ts';
import type { DetectionRule } from '../detection/detection-rule.ts';
import { scaleRules } from '../detection/rule-set.ts';
import type { AlertRow } from '../router/types.ts';
import type { Command } from '../run/command.ts';
import { alertReason } from './alert-reason.ts';
import { Judgements } from './judgements.ts';
import { readRule } from './rule-reading.ts';

/** Alerts as watchers follow them. */
export type AlertSource = {
  /** Names this telling of them; versions of another one mean nothing here. */
  readonly epoch: string;
  readonly version: number;
  /** The rows that changed after a version, oldest change first, `limit` at most. */
  since(version: number, limit: number): { rows: readonly AlertRow[]; version: number };
};

type Entry = { alert: Alert; row: AlertRow; version: number };

/** Alerts kept at most; those that were raised first go first. */
const KEPT_MAX = 20_000;
/** Alerts that are over by themselves are looked for this often. */
const LOOK_MS = 60_000;

/** The alerts of a run as its world told them, with what people made of them, and what changed when. */
export class AlertBook implements AlertSource {
  /** In order of version. */
  readonly #entries = new Map<string, Entry>();
  readonly #judgements: Judgements;
  readonly #active = new Set<string>();
  readonly #rules = new Map<string, DetectionRule | null>();
  readonly #scale: number;
  readonly #startMs: number;
  readonly #wall: () => number;
  #version = 0;
  #epoch: string;
  #now: SimTime = 0;

  /** `leadMs`: how long it takes to deploy a rule. */
  constructor(run: { scale: number; startMs: number; leadMs: number }, wall: () => number) {
    this.#judgements = new Judgements(run.leadMs);
    this.#scale = run.scale;
    this.#startMs = run.startMs;
    this.#wall = wall;
    this.#epoch = wall().toString(36);
  }

  get epoch(): string {
    return this.#epoch;
  }

  get version(): number {
    return this.#version;
  }

  /** Takes alerts that are new or went on, as they stand at `now`; ends those that were quiet since. */
  take(alerts: readonly Alert[], now: SimTime): void {
    for (const alert of alerts) this.#put(alert);
    while (this.#entries.size > KEPT_MAX) this.#drop(this.#entries.keys().next().value!);
    if (now < this.#now + LOOK_MS && alerts.length === 0) return;
    this.#now = Math.max(this.#now, now);
    for (const id of this.#active) {
      const { alert } = this.#entries.get(id)!;
      if (!this.#isActive(alert)) this.#put(alert);
    }
  }

  /** Takes the next command of the world log. */
  command(command: Command): void {
    const entry = this.#entries.get(this.#judgements.take(command) ?? '');
    if (entry) this.#put(entry.alert);
  }

  /** Takes the whole world log anew. */
  commands(all: readonly Command[]): void {
    this.#judgements.clear();
    for (const command of all) this.#judgements.take(command);
    for (const { alert } of [...this.#entries.values()]) this.#put(alert);
  }

  get(id: string): AlertRow | null {
    return this.#entries.get(id)?.row ?? null;
  }

  /** The text by which the rule of an alert watched when it was raised. */
  textOf(row: AlertRow): string | null {
    return this.#judgements.textAt(row.rule, row.firstAt);
  }

  /** All rows, the latest first. */
  list(): AlertRow[] {
    return [...this.#entries.values()]
      .map(({ row }) => row)
      .sort((x, y) => y.firstAt - x.firstAt || (x.id < y.id ? -1 : 1));
  }

  since(version: number, limit: number): { rows: readonly AlertRow[]; version: number } {
    if (version >= this.#version) return { rows: [], version };
    const rows: AlertRow[] = [];
    let reached = version;
    for (const entry of this.#entries.values()) {
      if (entry.version <= version) continue;
      if (rows.length >= limit) break;
      rows.push(entry.row);
      reached = entry.version;
    }
    return { rows, version: reached };
  }

  /** Forgets all alerts: what was told is void, and will be told anew. */
  clear(): void {
    this.#now = 0;
    if (this.#entries.size === 0) return;
    this.#entries.clear();
    this.#active.clear();
    const fresh = this.#wall().toString(36);
    this.#epoch = fresh === this.#epoch ? `${fresh}x` : fresh;
  }

  #put(alert: Alert): void {
    const id = `${alert.rule}/${alert.number}`;
    const before = this.#entries.get(id);
    const row = this.#row(id, alert);
    if (row.active) this.#active.add(id);
    else this.#active.delete(id);
    if (before && JSON.stringify(before.row) === JSON.stringify(row)) return;
    this.#entries.delete(id);
    this.#entries.set(id, { alert, row, version: ++this.#version });
  }

  #drop(id: string): void {
    this.#entries.delete(id);
    this.#active.delete(id);
  }

  #row(id: string, alert: Alert): AlertRow {
    const firstAt = alert.firstMs - this.#startMs;
    const lastAt = alert.lastMs - this.#startMs;
    const rule = this.#rule(alert.rule, firstAt);
    const said = this.#judgements.verdict(id);
    const quiet = said.verdict === 'false' || said.verdict === 'benign';
    return {
      id,
      rule: alert.rule,
      title: rule?.title ?? alert.rule,
      level: rule?.level ?? null,
      techniques: rule?.techniques ?? [],
      group: alert.group,
      firstAt,
      lastAt,
      events: alert.events,
      reason: alertReason(rule, alert),
      active: this.#isActive(alert),
      ...said,
      assignedTo: this.#judgements.assigned(id),
      quietUntil: quiet ? said.verdictAt! + Math.max(DAY_MS, rule?.timespanMs ?? 0) : null,
      truth: { attack: alert.firstAttackMs !== null },
    };
  }

  #isActive({ rule, firstMs, lastMs }: Alert): boolean {
    const timespanMs = this.#rule(rule, firstMs - this.#startMs)?.timespanMs ?? DAY_MS;
    return this.#now - (lastMs - this.#startMs) <= timespanMs;
  }

  /** The rule as it watched at a time, at the run's scale; null when its text is not to be had. */
  #rule(name: string, at: SimTime): DetectionRule | null {
    const text = this.#judgements.textAt(name, at);
    if (text === null) return null;
    let rule = this.#rules.get(text);
    if (rule === undefined) {
      const { rule: read } = readRule(text);
      rule = read && (scaleRules([read], this.#scale).rules[0] ?? null);
      this.#rules.set(text, rule);
    }
    return rule;
  }
}
