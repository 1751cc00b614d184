import { HOUR_MS, type SimTime } from '@dwell/core';
import { responseById, responseInfo } from '../response/catalogue.ts';
import type { ResponseState } from '../response/types.ts';
import type { DomainEvent, HourFrame } from '../run/frame.ts';
import type { Scenario } from '../scenario/types.ts';
import { AlertBook } from './alert-book.ts';
import { DEPLOY } from './deployed-rules.ts';
import type { WorldPost } from './world-protocol.ts';

/** What a run's world has told so far. All of it can be told again. */
export class RunStory {
  readonly hours: HourFrame[] = [];
  readonly events: DomainEvent[] = [];
  readonly alerts: AlertBook;
  responses: readonly ResponseState[] = [];

  constructor(scale: number, { calendar, knobs }: Scenario, wall: () => number) {
    const { leadMs } = responseInfo(responseById(DEPLOY), knobs, {});
    this.alerts = new AlertBook({ scale, startMs: calendar.startMs, leadMs }, wall);
  }

  /** Takes what is news in a message: hours and events are told once, in order. */
  take(post: WorldPost): void {
    this.hours.push(...post.hours.slice(Math.max(0, this.hours.length - post.hoursFrom)));
    this.events.push(...post.events.slice(Math.max(0, this.events.length - post.eventsFrom)));
    if (post.responses) this.responses = post.responses;
    this.alerts.take(post.alerts, post.now);
  }

  /** Takes back what was told of times from `at` on. */
  rollBack(at: SimTime): void {
    cut(this.hours, at - HOUR_MS);
    cut(this.events, at - 1);
    this.alerts.clear();
  }

  /** Frees the memory: nobody listens. */
  forget(): void {
    this.hours.length = 0;
    this.events.length = 0;
  }
}

function cut(list: { at: SimTime }[], until: SimTime): void {
  const from = list.findIndex((told) => told.at > until);
  if (from >= 0) list.length = from;
}
