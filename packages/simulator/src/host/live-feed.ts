import { HOUR_MS, TICK_MS } from '@dwell/core';
import type { BuildView, ClockView, LiveMessage } from '../router/types.ts';
import type { ResponseState } from '../response/types.ts';
import type { DomainEvent, HourFrame } from '../run/frame.ts';
import type { AlertSource } from './alert-book.ts';
import type { LiveItem } from './service.ts';

/** What a run tells its watchers. Hours and events only grow; the rest is the latest state. */
export type LiveSource = {
  /** Nothing more will come; the feed ends. */
  readonly closed: boolean;
  readonly hours: readonly HourFrame[];
  readonly events: readonly DomainEvent[];
  readonly alerts: AlertSource;
  clock(): ClockView;
  build(): BuildView;
  responses(): readonly ResponseState[];
  /** Calls back after anything changed; returns the unsubscriber. */
  watch(listener: () => void): () => void;
};

/** How far a watcher has got. It is all that is kept of a watcher: slow ones cost no memory. */
type Cursor = {
  hours: number;
  events: number;
  /** Version of the alerts, and of which telling; null: none has been told. */
  alerts: number;
  epoch: string | null;
};

const CHUNK = 500;
const FIRST_HOURS = 48;
const FIRST_EVENTS = 200;

const ALERTS_CHUNK = 200;

const idOf = ({ hours, events, alerts, epoch }: Cursor) =>
  `h${hours}e${events}${epoch === null ? '' : `a${alerts}-${epoch}`}`;

/** The cursor in the id of the last message seen; null when the text is no such id. */
export function parseLiveId(id: string | null): Cursor | null {
  const m = /^h(\d{1,9})e(\d{1,9})(?:a(\d{1,9})-([0-9a-z]{1,16}))?$/.exec(id ?? '');
  if (!m) return null;
  return {
    hours: Number(m[1]),
    events: Number(m[2]),
    alerts: Number(m[3] ?? 0),
    epoch: m[4] ?? null,
  };
}

function firstCursor(source: LiveSource): Cursor {
  return {
    hours: Math.max(0, source.hours.length - FIRST_HOURS),
    events: Math.max(0, source.events.length - FIRST_EVENTS),
    alerts: 0,
    epoch: null,
  };
}

/**
 * Everything since the message with `lastId` (or the last two days), then what comes. Hours and
 * events are told once and in order: the id of each message says how many of both have been told,
 * which means the same in every process. Alerts change: those changed since are told, and all of them
 * anew by a process that has not told them before. At most one round of messages every `paceMs`, and
 * of alerts, which change with every record while they go on, every `alertsPaceMs`.
 */
export async function* liveFeed(
  source: LiveSource,
  lastId: string | null,
  signal: AbortSignal,
  { paceMs = 100, alertsPaceMs = 1_000 }: { paceMs?: number; alertsPaceMs?: number } = {},
): AsyncGenerator<LiveItem> {
  let wake: () => void = () => undefined;
  let dirty = true;
  const unwatch = source.watch(() => {
    dirty = true;
    wake();
  });
  const onAbort = () => wake();
  let alertsTimer: NodeJS.Timeout | null = null;
  const holdAlerts = () => {
    alertsTimer = setTimeout(() => {
      alertsTimer = null;
      dirty = true;
      wake();
    }, alertsPaceMs);
  };
  signal.addEventListener('abort', onAbort);
  try {
    let cursor = parseLiveId(lastId) ?? firstCursor(source);
    const told = new Map<string, string>();
    while (!signal.aborted && !source.closed) {
      if (!dirty) await new Promise<void>((resolve) => (wake = resolve));
      dirty = false;
      for (const message of statesOf(source, told)) yield { id: idOf(cursor), message };
      const withAlerts = alertsTimer === null;
      const next = () => nextChunk(source, cursor, withAlerts);
      for (let chunk = next(); chunk && !signal.aborted; chunk = next()) {
        cursor = chunk.cursor;
        if (chunk.message.kind === 'alerts' && alertsTimer === null) holdAlerts();
        yield { id: idOf(cursor), message: chunk.message };
      }
      if (!signal.aborted) await pause(paceMs, signal);
    }
  } finally {
    unwatch();
    if (alertsTimer) clearTimeout(alertsTimer);
    signal.removeEventListener('abort', onAbort);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

/** Clock, build and responses, each only when it is not what was told last. */
function* statesOf(source: LiveSource, told: Map<string, string>): Generator<LiveMessage> {
  const clock = source.clock();
  const messages: LiveMessage[] = [
    { kind: 'build', build: source.build() },
    { kind: 'responses', responses: source.responses() },
    { kind: 'clock', clock },
  ];
  for (const message of messages) {
    const text = JSON.stringify(message.kind === 'clock' ? clockNews(clock) : message);
    if (told.get(message.kind) === text) continue;
    told.set(message.kind, text);
    yield message;
  }
}

/**
 * What of a clock is news. The world's place moves all the time; told to the hour it does not make a
 * message of its own, except when it has come to where the clock was last put: screens count on from
 * what they were told, and would stay behind by all of a jump's last stretch.
 */
function clockNews(clock: ClockView) {
  const there = clock.now + TICK_MS > clock.anchorSim;
  return { ...clock, now: Math.floor(clock.now / HOUR_MS), there };
}

function nextChunk(
  source: LiveSource,
  cursor: Cursor,
  withAlerts: boolean,
): { cursor: Cursor; message: LiveMessage } | null {
  const events = source.events.slice(cursor.events, cursor.events + CHUNK);
  if (events.length > 0) {
    return {
      cursor: { ...cursor, events: cursor.events + events.length },
      message: { kind: 'events', events },
    };
  }
  const alerts = withAlerts ? alertsChunk(source.alerts, cursor) : null;
  if (alerts) return alerts;
  const hours = source.hours.slice(cursor.hours, cursor.hours + CHUNK);
  if (hours.length > 0) {
    return {
      cursor: { ...cursor, hours: cursor.hours + hours.length },
      message: { kind: 'hours', hours },
    };
  }
  return null;
}

function alertsChunk(
  source: AlertSource,
  cursor: Cursor,
): { cursor: Cursor; message: LiveMessage } | null {
  const { epoch } = source;
  const reset = cursor.epoch !== epoch;
  const { rows, version } = source.since(reset ? 0 : cursor.alerts, ALERTS_CHUNK);
  // Who has been told nothing has nothing to forget.
  if (rows.length === 0 && (!reset || cursor.epoch === null)) return null;
  return {
    cursor: { ...cursor, alerts: version, epoch },
    message: { kind: 'alerts', alerts: rows, ...(reset ? { reset } : {}) },
  };
}
