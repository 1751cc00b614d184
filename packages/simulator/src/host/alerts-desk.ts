import { badInput } from '@dwell/core';
import type { AlertRecords, AlertRow } from '../router/types.ts';
import type { AlertService } from './detection-service.ts';
import type { RunHost } from './run-host.ts';
import type { Viewer } from './service.ts';

/** What the desk needs of the rest of the service. */
export type AlertsDeskOptions = {
  /** A run, its world caught up with its clock. */
  host(runId: string): Promise<RunHost>;
};

/** Alerts of a run and people's judgement of them. */
export class AlertsDesk implements AlertService {
  readonly #options: AlertsDeskOptions;

  constructor(options: AlertsDeskOptions) {
    this.#options = options;
  }

  async list(_viewer: Viewer, runId: string): Promise<AlertRow[]> {
    await this.#options.host(runId);
    return [];
  }

  async records({ id }: { runId: string; id: string }): Promise<AlertRecords> {
    throw noSuchAlert(id);
  }

  async judge(_viewer: Viewer, { ids }: { ids: readonly string[] }): Promise<never> {
    throw noSuchAlert(ids[0]!);
  }

  async reopen(_viewer: Viewer, { ids }: { ids: readonly string[] }): Promise<never> {
    throw noSuchAlert(ids[0]!);
  }

  async assign(_viewer: Viewer, { ids }: { ids: readonly string[] }): Promise<never> {
    throw noSuchAlert(ids[0]!);
  }
}

function noSuchAlert(id: string) {
  return badInput(
    'NO_SUCH',
    'there is no such alert',
    `alert ${id.slice(0, 130)}`,
    'it may belong to another run; choose one from the list',
  );
}
