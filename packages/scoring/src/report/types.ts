import type { Calendar } from '@dwell/core';
import type { History, Text } from '../history.ts';
import type { Improvement, WashLine } from '../improvement.ts';
import type { Score } from '../score.ts';

export type Language = 'en' | 'ko';

/** What an after-action report is made from: all of it plain data. */
export type ReportSource = {
  title: string;
  /** Team's name. */
  team: string;
  exercise: Text;
  summary: Text;
  /** Wall day such as `2026-11-23`; null: it has not begun. */
  day: string | null;
  language: Language;
  history: History;
  score: Score;
  wash: readonly WashLine[];
  improvements: readonly Improvement[];
  /** What would have come of other choices, most telling first. */
  whatIfs: readonly ReportWhatIf[];
  /** What was missed, with what would have shown it. */
  misses: readonly ReportMiss[];
  /** The published case beside it. */
  published: readonly PublishedRow[];
  /** Identity of the run: so that a reader can replay it. */
  run: {
    scenario: string;
    scenarioHash: string;
    seed: number;
    scale: number;
    engine: string;
    checksum: string;
  };
};

export type ReportWhatIf = {
  /** The change in a sentence. */
  title: Text;
  /** Against the team's own: negative is better. */
  accounts: number;
  days: number | null;
  customerHours: number;
  won: number;
  explanation: Text;
};

export type ReportMiss = {
  title: Text;
  at: number;
  moment: string | null;
  hunt: { name: string; title: Text; sql: string } | null;
  rule: { name: string; title: string; firstAt: number | null } | null;
};

/** A figure of the published case beside the team's. */
export type PublishedRow = {
  id: string;
  title: Text;
  /** As published, with its grade: H official or two reports, M one good report, L disputed, A our assumption. */
  published: Text;
  grade: 'H' | 'M' | 'L' | 'A';
  team: Text;
};

/** A curve of a chart: points of simulated time and a value, perhaps with a range around each. */
export type ChartSeries = {
  name: string;
  points: readonly (readonly [number, number])[];
  /** Low and high of each point, where it is an estimate. */
  ranges?: readonly (readonly [number, number])[];
  /** `main`: a thick line; `bound`: thin and dashed; `marks`: points alone. Default `main`. */
  look?: 'main' | 'bound' | 'marks';
};

/**
 * A paper as a tree of blocks, which every format renders in its own way. Ids of moments in it are log
 * references: the appendix lists them. A table without a head is a list of facts; `right` names the
 * columns that hold figures. A break may turn the pages after it.
 */
export type Block =
  | { is: 'title'; text: string; sub: string }
  | { is: 'contents' }
  | { is: 'heading'; level: 1 | 2 | 3; text: string }
  | { is: 'text'; text: string; tone?: 'lead' | 'note' | 'quote' | 'centre' }
  | { is: 'code'; text: string }
  | { is: 'list'; items: readonly string[] }
  | {
      is: 'table';
      caption: string;
      head: readonly string[];
      /** Shares of the width, in any unit. */
      widths: readonly number[];
      rows: readonly (readonly string[])[];
      right?: readonly number[];
      /** The column of ids that can be looked up here, and columns in which such ids stand, with commas. */
      ids?: number;
      refs?: readonly number[];
    }
  | {
      is: 'chart';
      caption: string;
      series: readonly ChartSeries[];
      from: number;
      to: number;
      calendar?: Calendar;
      /** What stands upwards. */
      unit?: string;
      /** Upwards in powers of ten. */
      log?: boolean;
    }
  | { is: 'break'; landscape?: boolean };

/** What is written as a file: a report, a class report, a certificate. */
export type Paper = {
  title: string;
  language: Language;
  blocks: readonly Block[];
};

export type Report = Paper & { source: ReportSource };
