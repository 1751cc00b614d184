import type { DuckDBConnection } from '@duckdb/node-api';
import { EventClock } from '../../src/duckdb/event-clock.ts';
import { SqlMatcher } from '../../src/duckdb/sql-matcher.ts';
import type { Linked } from '../../src/index.ts';
import type { JsonObject } from '../reference/event.ts';
import { type Answers, answersOf, matchText, momentText, nameAt } from './outcome.ts';
import type { Options } from '../reference/evaluate.ts';

export async function bySql(
  linked: Linked,
  events: readonly JsonObject[],
  options: Options,
  connection: DuckDBConnection,
): Promise<Answers> {
  const matcher = await SqlMatcher.open(linked, connection);
  const clock = new EventClock([options.timeField], options.lateMs);
  const found: [string, string[]][] = [];
  // In two batches, so that what is in one only and what goes over both is seen.
  for (const [at, event] of events.entries()) {
    matcher.batch.add(event, at, clock.read(event));
    if (at !== Math.floor(events.length / 2) && at !== events.length - 1) continue;
    for (const [index, ats] of await matcher.flush()) {
      found.push([nameAt(linked, index), ats.map(matchText)]);
    }
  }
  const holds = await matcher.finish();
  if (matcher.refusals.size > 0) throw new Error(JSON.stringify([...matcher.refusals]));
  const names = [...linked.detections.keys()].map((index) => nameAt(linked, index));
  for (const [index, all] of holds) {
    found.push([names[index]!, all.map(({ at, group }) => momentText(at, group))]);
  }
  const tables = await connection.runAndReadAll(
    'SELECT table_name FROM duckdb_tables() WHERE temporary',
  );
  for (const [name] of tables.getRowsJS()) await connection.run(`DROP TABLE ${String(name)}`);
  return answersOf(names, found);
}
