import type { SimTime } from '@dwell/core';
import type {
  AlertRecords,
  AlertRow,
  Backtest,
  DeployPreview,
  RuleCard,
  RuleProblem,
  Verdict,
} from '../router/types.ts';
import type { Viewer } from './service.ts';

/** Where a command landed in the world log, and when it takes effect. */
export type Acted = { sequence: number; effectiveAt: SimTime };

/** What a door can ask about the rules of a run. Errors are `DwellError`s. */
export interface RuleService {
  /** Shipped rules, drafts and what is deployed: one card a name. */
  list(viewer: Viewer, runId: string): Promise<RuleCard[]>;
  /** Everything wrong with a text as it stands, for this run. */
  check(runId: string, text: string): Promise<RuleProblem[]>;
  /** Keeps a draft under the name its text gives. Errors: `RULE_NAME`, `TOO_MANY`. */
  save(viewer: Viewer, runId: string, text: string): Promise<{ name: string }>;
  /** Forgets a draft. What is deployed of it goes on. */
  remove(runId: string, name: string): Promise<void>;
  /** Errors: `RULE_TEXT`, `BACKTEST_CANCELLED`, `SQL_*`. */
  backtest(
    viewer: Viewer,
    ask: { runId: string; text: string; from?: SimTime; to?: SimTime },
    signal?: AbortSignal,
  ): Promise<Backtest>;
  preview(runId: string, text: string): Promise<DeployPreview>;
  /** Errors: `RULE_TEXT`. */
  deploy(viewer: Viewer, ask: { runId: string; text: string; as: string }): Promise<Acted>;
  retire(viewer: Viewer, ask: { runId: string; name: string; as: string }): Promise<Acted>;
  /** Errors: `QUERY_TEXT`, `RULE_FROM_HUNT`. */
  fromHunt(ask: {
    runId: string;
    table: string;
    query: string;
    title?: string;
  }): Promise<{ text: string }>;
}

type AboutAlerts = { runId: string; ids: readonly string[]; as: string };

/** What a door can ask about the alerts of a run. Errors are `DwellError`s. */
export interface AlertService {
  /** Newest first. */
  list(viewer: Viewer, runId: string): Promise<AlertRow[]>;
  /** The records behind an alert. Errors: `NO_SUCH`; `NOT_ALLOWED` when they lie in a table that the seat does not see. */
  records(
    viewer: Viewer,
    ask: { runId: string; id: string; limit?: number },
  ): Promise<AlertRecords>;
  /** One command an alert; what cannot be judged is refused before anything is logged. */
  judge(
    viewer: Viewer,
    ask: AboutAlerts & { verdict: Verdict; note?: string },
  ): Promise<{ sequences: number[] }>;
  reopen(viewer: Viewer, ask: AboutAlerts): Promise<{ sequences: number[] }>;
  assign(
    viewer: Viewer,
    ask: AboutAlerts & { to: string | null },
  ): Promise<{ sequences: number[] }>;
}
