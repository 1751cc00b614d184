import { DAY_MS, HOUR_MS, type SimTime } from '@dwell/core/time';

export type TimeSpan = 'hour' | 'day' | 'week' | 'month' | 'all' | 'own';
export type HuntMode = 'search' | 'sql';

/** Everything a hunt is, as the address holds it. */
export type HuntState = {
  mode: HuntMode;
  table: string;
  query: string;
  sql: string;
  /** Does the address hold a statement? Then it is asked without another click. */
  sqlAsked: boolean;
  span: TimeSpan;
  from: SimTime | null;
  to: SimTime | null;
  record: number | null;
};

export const FIRST_TABLE = 'http_activity';
export const FIRST_SQL =
  'SELECT endpoint, count(*) AS requests, count(DISTINCT target_uid) AS subjects\nFROM http_activity\nGROUP BY endpoint\nORDER BY requests DESC';
const SPANS: readonly TimeSpan[] = ['hour', 'day', 'week', 'month', 'all', 'own'];

const whole = (text: string | null) => (text !== null && /^\d+$/.test(text) ? Number(text) : null);

/** Reads the address; anything odd falls back to the default. */
export function readHunt(params: { get(name: string): string | null }): HuntState {
  const from = whole(params.get('from'));
  const to = whole(params.get('to'));
  const own = from !== null && to !== null && to > from;
  return {
    mode: params.get('mode') === 'sql' ? 'sql' : 'search',
    table: /^[a-z_]{1,40}$/.test(params.get('table') ?? '') ? params.get('table')! : FIRST_TABLE,
    query: params.get('q') ?? '',
    sql: params.get('sql') ?? FIRST_SQL,
    sqlAsked: params.get('sql') !== null,
    span: own
      ? 'own'
      : (SPANS.find((span) => span === params.get('span') && span !== 'own') ?? 'day'),
    from: own ? from : null,
    to: own ? to : null,
    record: whole(params.get('rec')),
  };
}

const SPAN_MS: Partial<Record<TimeSpan, number>> = {
  hour: HOUR_MS,
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 30 * DAY_MS,
};

/** The span in simulated time when asked at `now`. */
export function spanTimes(state: HuntState, now: SimTime): { from: SimTime; to: SimTime } {
  if (state.span === 'own') return { from: state.from!, to: state.to! };
  return { from: Math.max(0, now - (SPAN_MS[state.span] ?? now)), to: now };
}
