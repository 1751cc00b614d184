import { contextOf, type Section } from './context.ts';
import { clocks } from './sections/clocks.ts';
import { cover } from './sections/cover.ts';
import { documents } from './sections/documents.ts';
import { estimates } from './sections/estimates.ts';
import { log } from './sections/log.ts';
import { loss } from './sections/loss.ts';
import { measures } from './sections/measures.ts';
import { misses } from './sections/misses.ts';
import { objectives } from './sections/objectives.ts';
import { people } from './sections/people.ts';
import { plan } from './sections/plan.ts';
import { published } from './sections/published.ts';
import { score } from './sections/score.ts';
import { summary } from './sections/summary.ts';
import { timeline } from './sections/timeline.ts';
import { wash } from './sections/wash.ts';
import { whatIfs } from './sections/what-ifs.ts';
import type { Report, ReportSource } from './types.ts';

const SECTIONS: readonly Section[] = [
  cover,
  summary,
  score,
  objectives,
  timeline,
  loss,
  estimates,
  clocks,
  documents,
  misses,
  whatIfs,
  published,
  people,
  wash,
  plan,
  measures,
  log,
];

/**
 * The after-action report and improvement plan, by the order of HSEEP: what it was, what came of it,
 * each objective with its rating and observation, what to mend, and the log that all of it rests on.
 * A pure function of the source.
 */
export function buildReport(source: ReportSource): Report {
  const context = contextOf(source);
  const { words } = context.say;
  return {
    title: `${source.title} · ${words.report}`,
    language: source.language,
    blocks: SECTIONS.flatMap((section) => section(context)),
    source,
  };
}
