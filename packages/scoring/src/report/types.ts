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

/**
 * A report as a tree of blocks, which every format renders in its own way. `ref` of a figure or row are
 * ids of moments, shown as their log references.
 */
export type Block =
  | { is: 'heading'; level: 1 | 2 | 3; text: string }
  | { is: 'text'; text: string }
  | { is: 'list'; items: readonly string[] }
  | {
      is: 'table';
      caption: string;
      head: readonly string[];
      widths: readonly number[];
      rows: readonly (readonly string[])[];
    }
  | {
      is: 'chart';
      caption: string;
      series: readonly { name: string; points: readonly (readonly [number, number])[] }[];
      from: number;
      to: number;
    }
  | { is: 'break' };

export type Report = {
  title: string;
  language: Language;
  blocks: readonly Block[];
  source: ReportSource;
};
