import type { SimTime } from '@dwell/core/time';
import type { Change } from '@dwell/simulator/router';
import type { AxisKind } from './debrief-axis.ts';
import { CURVE_SCALES, type CurveScale } from './curve-lines.ts';

export const TABS = ['now', 'whatif', 'misses', 'documents', 'case'] as const;
export type DebriefTab = (typeof TABS)[number];

/** Everything that is looked at, as the address holds it. */
export type DebriefAddress = {
  tab: DebriefTab;
  /** The moment in the drawer. */
  moment: string | null;
  /** The figure whose moments are lit. */
  figure: string | null;
  /** A stretch of a lane whose moments are listed. */
  around: { lane: 'happened' | 'seen' | 'done'; from: SimTime; to: SimTime } | null;
  /** Where the line stands. */
  at: SimTime | null;
  axis: AxisKind;
  /** Null: as it suits the exercise. */
  scale: CurveScale | null;
  /** The times that are drawn; null: all. */
  span: { from: SimTime; to: SimTime } | null;
  tried: readonly Change[];
  /** Which of them has its curve drawn; null: none. */
  drawn: number | null;
};

type Params = { get(name: string): string | null };

const whole = (text: string | null) =>
  text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;

/** Reads the address; anything odd falls back to the default. */
export function readAddress(params: Params): DebriefAddress {
  const tried = readTried(params.get('try'));
  const drawn = whole(params.get('drawn'));
  return {
    tab: TABS.find((tab) => tab === params.get('show')) ?? 'now',
    moment: params.get('moment'),
    figure: params.get('figure'),
    around: readAround(params.get('around')),
    at: whole(params.get('at')),
    axis: params.get('axis') === 'calendar' ? 'calendar' : 'programme',
    scale: CURVE_SCALES.find((scale) => scale === params.get('scale')) ?? null,
    span: readSpan(params.get('span')),
    tried,
    drawn: drawn !== null && drawn < tried.length ? drawn : null,
  };
}

function readSpan(text: string | null): { from: SimTime; to: SimTime } | null {
  const [from, to] = (text ?? '').split('-').map(whole);
  return typeof from === 'number' && typeof to === 'number' && to > from ? { from, to } : null;
}

function readAround(text: string | null): DebriefAddress['around'] {
  const [lane, from, to] = (text ?? '').split('.');
  if (lane !== 'happened' && lane !== 'seen' && lane !== 'done') return null;
  const [start, end] = [whole(from ?? null), whole(to ?? null)];
  return start !== null && end !== null && end >= start ? { lane, from: start, to: end } : null;
}

/** A stretch of a lane, as the address holds it. */
export const writeAround = ({ lane, from, to }: NonNullable<DebriefAddress['around']>): string =>
  `${lane}.${from}.${to}`;

/** As many at once as people can compare. */
const MOST = 6;

/** Changes as the address holds them; what is no list of changes is none. The server checks each again. */
function readTried(text: string | null): Change[] {
  if (text === null) return [];
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) return [];
    const isChange = (each: unknown) =>
      typeof each === 'object' && each !== null && typeof (each as Change).do === 'string';
    return list.filter(isChange).slice(-MOST) as Change[];
  } catch {
    return [];
  }
}

/** The address's parameters after one more change was tried: the newest first, none twice. */
export function withTried(tried: readonly Change[], change: Change): Record<string, string> {
  const same = JSON.stringify(change);
  const others = tried.filter((each) => JSON.stringify(each) !== same);
  return { try: JSON.stringify([change, ...others].slice(0, MOST)), drawn: '0' };
}

/** The address's parameters without one of the changes. */
export function withoutTried(
  { tried, drawn }: Pick<DebriefAddress, 'tried' | 'drawn'>,
  at: number,
): Record<string, string | null> {
  const left = tried.filter((_, each) => each !== at);
  const next = drawn === null || drawn === at ? null : drawn > at ? drawn - 1 : drawn;
  return {
    try: left.length > 0 ? JSON.stringify(left) : null,
    drawn: next === null ? null : String(next),
  };
}
