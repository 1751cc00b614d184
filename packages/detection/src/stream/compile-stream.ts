import { TIME_FIELDS } from '../fields/time-field.ts';
import type { About, Linked, LinkedDetection } from '../ir/detection.ts';
import type { Problem } from '../ir/problem.ts';
import { CandidateIndex } from './candidate-index.ts';
import { type CorrelatedEvent, CorrelationSet } from './correlation-set.ts';
import type { CorrelatorLimits } from './correlator.ts';
import { type EventLimits, EventView } from './event-view.ts';
import { type Predicate, PredicateMaker } from './predicate.ts';
import { ReorderBuffer } from './reorder-buffer.ts';
import { type ReadyRule, RuleStream } from './rule-stream.ts';

export type StreamOptions = CorrelatorLimits & {
  /** Where events say when they happened (default: the usual places, TIME_FIELDS). */
  timeField?: string;
  /** How much later than the latest event an earlier one may come and still count (default 5 minutes). */
  lateMs?: number;
  /** Events that wait for earlier ones at most (default 1 000 000). */
  pendingMax?: number;
  /** Whether to look only at rules whose literals are in the event (default: when there are many rules). */
  index?: boolean;
  limits?: EventLimits;
};

/** Below this many rules it is quicker to ask each of them. */
const INDEX_FROM_RULES = 40;

/**
 * Makes linked rules ready for events one after the other. A detection that cannot be evaluated is left
 * out, with what looks at it, and named in `problems` of the stream.
 *
 * ```ts
 * const stream = compileStream(linked, { timeField: 'eventTime' });
 * for (const event of events) for (const hit of stream.push(event)) report(hit);
 * for (const hit of stream.flush()) report(hit);
 * ```
 */
export function compileStream(linked: Linked, options: StreamOptions = {}): RuleStream {
  const view = new EventView(options.limits);
  const { detections } = linked;
  const problems: Problem[] = [];
  const left = new Set<number>();
  const wanted = wantedDetections(detections);
  const expressions = detections.flatMap(({ rule }, i) =>
    rule !== null && wanted.has(i) ? [rule.condition] : [],
  );
  const maker = new PredicateMaker(view, expressions);
  const made = new Map<number, Predicate>();
  for (const [index, { rule, correlation, members }] of detections.entries()) {
    if (!wanted.has(index)) left.add(index);
    else if (rule === null) {
      if (!members.some((member) => left.has(member))) continue;
      left.add(index);
      problems.push(problemOf(correlation, 'a rule that it looks at is left out'));
    } else {
      try {
        made.set(index, maker.make(rule.condition));
      } catch (error) {
        left.add(index);
        problems.push(problemOf(rule, error));
      }
    }
  }
  const correlations = new CorrelationSet(linked, view, options, left);
  const rules: ReadyRule[] = [...made].map(([detection, holds]) => ({
    detection,
    holds,
    reports: detections[detection]!.reports,
    correlated: correlations.looksAt(detection),
  }));
  const indexed = options.index ?? rules.length >= INDEX_FROM_RULES;
  const conditions = () => rules.map(({ detection }) => detections[detection]!.rule!.condition);
  return new RuleStream({
    view,
    rules,
    index: indexed ? new CandidateIndex(conditions(), view) : null,
    correlations,
    buffer: new ReorderBuffer<CorrelatedEvent>(
      options.lateMs ?? 300_000,
      options.pendingMax ?? 1_000_000,
    ),
    times: (options.timeField === undefined ? TIME_FIELDS : [options.timeField]).map((name) =>
      view.field(name),
    ),
    problems,
  });
}

/** Detections that report, and what they look at. */
function wantedDetections(detections: readonly LinkedDetection[]): Set<number> {
  const wanted = new Set<number>();
  for (let index = detections.length - 1; index >= 0; index--) {
    const { reports, members } = detections[index]!;
    if (!reports && !wanted.has(index)) continue;
    wanted.add(index);
    for (const member of members ?? []) wanted.add(member);
  }
  return wanted;
}

function problemOf(about: About, error: unknown): Problem {
  const said = error instanceof Error ? error.message : String(error);
  return {
    code: 'LEFT_OUT',
    severity: 'error',
    message: `"${about.title}" cannot be evaluated: ${said}`,
    hint: 'mend the expression; the others go on without it',
    file: about.file,
    ...about.position,
  };
}
