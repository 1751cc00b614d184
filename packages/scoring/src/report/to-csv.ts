import { toIso } from '@dwell/core/time';
import { strToU8, zipSync } from 'fflate';
import { csv } from './csv.ts';
import { makeSay, type Say } from './say.ts';
import { referencesOf } from './sections/objectives.ts';
import { objectiveTitle } from './titles.ts';
import type { Report, ReportSource } from './types.ts';

const MEASURES = ['id', 'title', 'value', 'unit', 'why', 'objective', 'evidence'];
const RATINGS = ['objective', 'title', 'letter', 'suggested', 'observation', 'by', 'log'];
const IMPROVEMENTS = [
  ...['id', 'text', 'owner', 'due', 'measure', 'status', 'objective', 'by'],
  ...['carries', 'carries_name'],
];
const LOG = ['id', 'time', 'sim_ms', 'lane', 'kind', 'by', 'role', 'subject', 'text'];

function measures({ score }: ReportSource, say: Say): string {
  const rows = score.measures.map((each) => [
    each.id,
    say.words.measures.titles[each.id],
    each.value,
    each.unit,
    each.why,
    each.objective,
    each.evidence.join(' '),
  ]);
  return csv(MEASURES, rows);
}

function ratings(source: ReportSource, say: Say): string {
  const rows = source.score.objectives.map((rating) => [
    rating.objective,
    objectiveTitle(source, say, rating.objective),
    rating.given?.letter ?? null,
    rating.suggested,
    rating.given?.observation ?? null,
    rating.given ? say.person(rating.given.by) : null,
    referencesOf(source, rating).join(' '),
  ]);
  return csv(RATINGS, rows);
}

function improvements(source: ReportSource, say: Say): string {
  const rows = source.improvements.map((each) => [
    each.id,
    each.text,
    each.owner,
    each.due,
    each.measure,
    each.status,
    each.objective,
    say.person(each.by),
    each.carries?.kind ?? null,
    each.carries?.name ?? null,
  ]);
  return csv(IMPROVEMENTS, rows);
}

function log({ history }: ReportSource, say: Say): string {
  const rows = history.moments.map((moment) => [
    moment.id,
    toIso(history.calendar, moment.at),
    moment.at,
    moment.lane,
    moment.kind,
    moment.by === null ? null : say.person(moment.by),
    moment.role,
    moment.subject,
    say.text(moment.text),
  ]);
  return csv(LOG, rows);
}

/** Tables of a report as CSV texts by file name: measures, ratings, improvements, and the whole log. */
export function toCsv({ source }: Report): Record<string, string> {
  const say = makeSay(source.history, source.language);
  return {
    'measures.csv': measures(source, say),
    'ratings.csv': ratings(source, say),
    'improvements.csv': improvements(source, say),
    'log.csv': log(source, say),
  };
}

/** When a file of an archive was changed: always then, so that the same report is the same archive. */
export const ARCHIVE_TIME = new Date(1980, 0, 1);

/** The same tables in one ZIP archive. */
export function toCsvZip(report: Report): Uint8Array {
  const files = Object.entries(toCsv(report)).map(([name, text]) => [name, strToU8(text)]);
  return zipSync(Object.fromEntries(files), { mtime: ARCHIVE_TIME });
}
