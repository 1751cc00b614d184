import { badInput } from '@dwell/core';
import type { AlertRecords, AlertRow, HuntRows, HuntQuery } from '../router/types.ts';
import type { CommandBody } from '../run/command.ts';
import { alertQuery } from './alert-query.ts';
import { requireTable } from './authority.ts';
import type { AlertService } from './detection-service.ts';
import { projectAlerts } from './projection.ts';
import type { RunHost } from './run-host.ts';
import { ruleOf } from './rule-reading.ts';
import type { Viewer } from './service.ts';

/** What the desk needs of the rest of the service. */
export type AlertsDeskOptions = {
  /** A run, its world caught up with its clock. */
  host(runId: string): Promise<RunHost>;
  search(ask: HuntQuery & { limit?: number }): Promise<HuntRows>;
};

/** Alerts told at once, the latest; what is older has been told on the run's stream. */
const LISTED_MAX = 5_000;
const RECORDS_DEFAULT = 50;

type About = { runId: string; ids: readonly string[]; as: string };

/** Alerts of a run and people's judgement of them. */
export class AlertsDesk implements AlertService {
  readonly #options: AlertsDeskOptions;

  constructor(options: AlertsDeskOptions) {
    this.#options = options;
  }

  async list(viewer: Viewer, runId: string): Promise<AlertRow[]> {
    const host = await this.#options.host(runId);
    return projectAlerts(viewer, host.alerts.list().slice(0, LISTED_MAX));
  }

  async records(
    viewer: Viewer,
    ask: { runId: string; id: string; limit?: number },
  ): Promise<AlertRecords> {
    const host = await this.#options.host(ask.runId);
    const row = alertOf(host, ask.id);
    const { table, query, reachMs } = alertQuery(ruleOf(host.alerts.textOf(row) ?? ''), row.group);
    requireTable(viewer, table);
    // A hunt's window ends before `to`.
    const span = { from: Math.max(0, row.firstAt - reachMs), to: row.lastAt + 1 };
    const limit = ask.limit ?? RECORDS_DEFAULT;
    const rows = await this.#options.search({ runId: ask.runId, table, query, ...span, limit });
    return { table, query, ...span, rows };
  }

  judge(
    viewer: Viewer,
    ask: About & { verdict: 'true' | 'false' | 'benign'; note?: string },
  ): Promise<{ sequences: number[] }> {
    const note = ask.note === undefined || ask.note === '' ? {} : { note: ask.note };
    return this.#each(viewer, ask, ({ id, truth }) => ({
      do: 'verdict',
      alert: id,
      verdict: ask.verdict,
      ...note,
      // Ground truth for the run alone: nobody is told what the log says here.
      attack: truth?.attack ?? false,
    }));
  }

  reopen(viewer: Viewer, ask: About): Promise<{ sequences: number[] }> {
    return this.#each(viewer, ask, ({ id, truth }) => ({
      do: 'verdict',
      alert: id,
      verdict: 'none',
      attack: truth?.attack ?? false,
    }));
  }

  assign(viewer: Viewer, ask: About & { to: string | null }): Promise<{ sequences: number[] }> {
    return this.#each(viewer, ask, ({ id }) => ({ do: 'assign', alert: id, to: ask.to ?? '' }));
  }

  /** One command an alert, in order; one that is not there refuses them all. */
  async #each(
    viewer: Viewer,
    { runId, ids, as }: About,
    bodyOf: (row: AlertRow) => CommandBody,
  ): Promise<{ sequences: number[] }> {
    const host = await this.#options.host(runId);
    const rows = [...new Set(ids)].map((id) => alertOf(host, id));
    const sequences: number[] = [];
    for (const row of rows) {
      const { sequence } = await host.act({ by: viewer.id, role: as, body: bodyOf(row) });
      sequences.push(sequence);
    }
    return { sequences };
  }
}

function alertOf(host: RunHost, id: string): AlertRow {
  const row = host.alerts.get(id);
  if (row) return row;
  throw badInput(
    'NO_SUCH',
    'there is no such alert',
    `alert ${id.slice(0, 130)}`,
    'it may belong to another run; choose one from the list',
  );
}
