import { rmSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { DwellError } from '@dwell/core';
import { QueryEngine, type EngineLimits } from './engine.ts';
import type { Reply, Request, Scope } from './protocol.ts';
import { runJob } from './run-job.ts';

/**
 * Entry of the process in which every query runs, apart from the one that serves people. It works
 * off one request after the other and leaves when its parent does. Its own size is watched too:
 * one expression can take memory that DuckDB's limit does not see.
 */
const limits = JSON.parse(process.argv[2]!) as EngineLimits & { rssMb: number };
const WATCH_EVERY_MS = 100;

let engine: QueryEngine | null = null;
let scope: Scope | null = null;

const parserInstance = await DuckDBInstance.create(':memory:', {
  threads: '1',
  memory_limit: '200MB',
});
const parser = await parserInstance.connect();
for (const setting of ['enable_external_access = false', 'lock_configuration = true']) {
  await parser.run(`SET ${setting}`);
}

async function answer(request: Request): Promise<Reply> {
  try {
    if (request.scope) {
      scope = request.scope;
      engine = await QueryEngine.of(scope, limits, engine);
    }
    return { id: request.id, result: await runJob(request.job, engine!, parser) };
  } catch (error) {
    const known = error instanceof DwellError ? error : null;
    return {
      id: request.id,
      error: {
        code: known?.code ?? 'QUERY_FAULT',
        what:
          known?.what ??
          `the query worker failed (${error instanceof Error ? error.message : String(error)})`,
        where: known?.where ?? 'the query worker',
        todo: known?.todo ?? 'please report it with the statement',
        exit: known && known.exit !== 130 ? known.exit : 3,
      },
    };
  }
}

/** Ends at once: an orderly exit would wait for the query under way. */
function die(): void {
  rmSync(limits.tempFolder, { recursive: true, force: true });
  process.kill(process.pid, 'SIGKILL');
}

setInterval(() => {
  if (process.memoryUsage.rss() > limits.rssMb * 1e6) die();
}, WATCH_EVERY_MS).unref();

let line: Promise<unknown> = Promise.resolve();
process.on('message', (request: Request) => {
  line = line.then(() => answer(request)).then((reply) => process.send!(reply));
});
process.on('disconnect', die);
process.send!('ready');
