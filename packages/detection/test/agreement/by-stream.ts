import { compileStream, type Hit, type Linked, type StreamOptions } from '../../src/index.ts';
import type { JsonObject } from '../reference/event.ts';
import { type Answers, answersOf, matchText, momentText, nameAt } from './outcome.ts';

/** The same detections, all of which report, so that all can be compared. */
export function allReporting(linked: Linked): Linked {
  return { detections: linked.detections.map((one) => ({ ...one, reports: true })) };
}

/** What a stream says of events one after the other; by the names of detections that report. */
export function byStream(
  linked: Linked,
  events: readonly JsonObject[],
  options: StreamOptions,
): Answers {
  const stream = compileStream(linked, options);
  if (stream.problems.length > 0) throw new Error(JSON.stringify(stream.problems));
  const hits = events.flatMap((event) => stream.push(event));
  hits.push(...stream.flush());
  if (stream.faults.length > 0) throw new Error(JSON.stringify(stream.faults));
  return answersOfHits(linked, hits);
}

export function answersOfHits(linked: Linked, hits: readonly Hit[]): Answers {
  const names = [...linked.detections.keys()].map((index) => nameAt(linked, index));
  const found = hits.map(({ detection, event, group }): [string, string[]] => [
    names[detection]!,
    [group === null ? matchText(event) : momentText(event, group)],
  ]);
  return answersOf(names, found);
}
