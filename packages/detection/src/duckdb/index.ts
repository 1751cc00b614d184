export { matchEvents, type MatchOptions } from './match-events.ts';
export type { Disagreement, Hold, MatchReport } from './match-report.ts';
export { linesOf } from './read-events.ts';
export type { SessionLimits } from './session.ts';
export { SqlMatcher } from './sql-matcher.ts';
