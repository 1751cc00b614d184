import { join } from 'node:path';

/** Where a run's disposable files live: `home/runs/<id>/{snapshots,telemetry}`. */
export type RunFolder = { root: string; snapshots: string; live: string };

export function runFolder(home: string, runId: string): RunFolder {
  const root = join(home, 'runs', runId);
  return { root, snapshots: join(root, 'snapshots'), live: root };
}
