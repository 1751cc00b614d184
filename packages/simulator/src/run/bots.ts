import { DwellError, TICK_MS, type SimTime } from '@dwell/core';
import type { Playbook, PlaybookStep, When } from '../scenario/playbook.ts';
import type { ResponseState } from '../response/types.ts';
import type { Command, CommandBody, CommandRequest } from './command.ts';
import type { DomainEvent } from './frame.ts';

/** What a bot needs of a run. */
type Player = {
  readonly now: SimTime;
  submit(request: CommandRequest): Command;
  responses(): readonly ResponseState[];
};

type Waiting = { step: PlaybookStep; met: Set<When>; dueAt: SimTime | null };

/**
 * A playbook played by bots. They see what people see (injects, alerts, events of the shop), wait
 * their role's reaction time, and act through the same commands. A step fires once unless it repeats.
 */
export class Bots {
  readonly #name: string;
  readonly #waiting: Waiting[];
  #next: SimTime = 0;

  constructor(playbook: Playbook) {
    this.#name = playbook.name;
    this.#waiting = playbook.steps.map((step) => ({ step, met: new Set(), dueAt: null }));
  }

  /** Rules whose alerts a step still waits for. */
  awaitedAlerts(): Set<string> {
    return new Set(
      this.#waiting.flatMap((waiting) =>
        waiting.dueAt === null ? alertsOf(waiting.step.when, waiting.met) : [],
      ),
    );
  }

  /** Notes an event of the shop; ground truth passes bots by. */
  onEvent(event: DomainEvent): void {
    if (event.visibility !== 'shop') return;
    for (const waiting of this.#waiting) {
      if (
        waiting.dueAt === null &&
        this.#holds(waiting.step.when, waiting, (when) => matches(when, event))
      ) {
        waiting.dueAt = event.at + waiting.step.delayMs;
      }
    }
    this.#next = 0;
  }

  /** Gives every command that is due now. */
  due(run: Player, give: (command: Command) => void): void {
    const { now } = run;
    if (now < this.#next) return;
    this.#next = Number.MAX_SAFE_INTEGER;
    for (const waiting of [...this.#waiting]) {
      if (
        waiting.dueAt === null &&
        this.#holds(waiting.step.when, waiting, (when) => 'at' in when && when.at <= now)
      ) {
        waiting.dueAt = now + waiting.step.delayMs;
      }
      if (waiting.dueAt !== null && waiting.dueAt <= now) this.#act(run, waiting, give);
      else this.#next = Math.min(this.#next, waiting.dueAt ?? earliest(waiting.step.when, now));
    }
  }

  #act(run: Player, waiting: Waiting, give: (command: Command) => void): void {
    const { step } = waiting;
    const body = step.body ?? bodyOf(step, run);
    if (body) {
      try {
        give(run.submit({ by: `bot:${this.#name}`, role: step.as, body }));
      } catch (error) {
        // What is on already need not be asked for again; anything else is a mistake in the playbook.
        if (!(error instanceof DwellError) || error.exit !== 2) throw error;
        if (error.code !== 'UNAVAILABLE' && !step.body) throw error;
      }
    }
    waiting.dueAt = null;
    waiting.met.clear();
    if (!step.repeat) this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
  }

  #holds(when: When, waiting: Waiting, test: (when: When) => boolean): boolean {
    if ('any' in when) return when.any.some((each) => this.#holds(each, waiting, test));
    if ('all' in when)
      return when.all.map((each) => this.#holds(each, waiting, test)).every(Boolean);
    if (test(when)) waiting.met.add(when);
    return waiting.met.has(when);
  }
}

function matches(when: When, event: DomainEvent): boolean {
  if ('inject' in when) return event.kind === 'inject.sent' && event.values['id'] === when.inject;
  if ('event' in when) return event.kind === when.event;
  if ('alert' in when) return event.kind === 'alert.raised' && event.values['rule'] === when.alert;
  return false;
}

/** Rules named in a condition whose alerts have not come yet. */
function alertsOf(when: When, met: ReadonlySet<When>): string[] {
  if ('any' in when) return when.any.flatMap((each) => alertsOf(each, met));
  if ('all' in when) return when.all.flatMap((each) => alertsOf(each, met));
  return 'alert' in when && !met.has(when) ? [when.alert] : [];
}

/** The next moment at which a condition on time could come true. */
function earliest(when: When, now: SimTime): SimTime {
  if ('any' in when) return Math.min(...when.any.map((each) => earliest(each, now)));
  if ('all' in when) return Math.min(...when.all.map((each) => earliest(each, now)));
  return 'at' in when ? Math.max(when.at, now + TICK_MS) : Number.MAX_SAFE_INTEGER;
}

/** The command of a step; null when there is nothing left to take back. */
function bodyOf(step: PlaybookStep, run: Player): CommandBody | null {
  const given = step.with as Record<string, string | number | undefined>;
  const note = given['note'] === undefined ? {} : { note: String(given['note']) };
  switch (step.do) {
    case 'declare':
      return { do: 'declare', severity: given['severity'] as 'high', ...note };
    case 'verdict':
      return {
        do: 'verdict',
        alert: String(given['alert']),
        verdict: given['verdict'] as 'true',
        ...note,
      };
    case 'file':
      return { do: 'file', rule: String(given['rule']), ...note };
    case 'withdraw': {
      const running = run
        .responses()
        .findLast((r) => r.id === given['response'] && r.state === 'in-flight');
      return running ? { do: 'withdraw', sequence: running.commandSequence } : null;
    }
    default:
      return { do: 'respond', response: step.do, params: step.with };
  }
}
