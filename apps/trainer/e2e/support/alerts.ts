import type { Api } from './api.ts';
import { DAY_MS, jumpTo } from './runs.ts';
import { expect } from './test.ts';

/** A rule that holds at every page that was not there, whoever asked: it alerts at any scale. */
export const NOT_FOUND = `title: Page of a customer who is not there
name: not-found
status: test
level: medium
tags: [attack.t1087]
logsource: { product: dwell, service: http_activity }
detection:
  missing: { status_code: 404 }
  condition: missing
dwell:
  quiet: 24h
  rationale: Customers ask for their own pages, and those are there.
`;

/** Deploys that rule and lets two days pass; the ids of the alerts that it has raised by then. */
export async function raiseAlerts(api: Api, runId: string): Promise<string[]> {
  await api.rule.deploy.mutate({ runId, text: NOT_FOUND, as: 'soc-lead' });
  const { clock } = await api.run.get.query({ runId });
  await jumpTo(api, runId, clock.now + 2 * DAY_MS);
  const ids = async () => (await api.alert.list.query({ runId })).map((alert) => alert.id);
  await expect.poll(async () => (await ids()).length, { timeout: 30_000 }).toBeGreaterThan(1);
  return ids();
}
