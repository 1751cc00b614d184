import { DwellError } from '@dwell/core';
import type { ResponseParams } from '../response/types.ts';
import type { Command, CommandRequest } from '../run/command.ts';
import { errorOnWire } from './child.ts';
import { post, serveCalls } from './child-side.ts';
import { openLiveStore } from './live-store.ts';
import { NO_NEWS, type WorldInit } from './world-protocol.ts';
import { WorldRunner } from './world-runner.ts';

// The entry of a world's child process: one run, driven by its parent.

let runner: WorldRunner | null = null;

function world(): WorldRunner {
  if (!runner) throw new Error('init comes first');
  return runner;
}

/** A world that cannot go on says why and ends; its parent starts it again from what is kept. */
function giveUp(error: unknown): void {
  const fatal = errorOnWire(error);
  post({ ...NO_NEWS, fatal });
  if (!(error instanceof DwellError))
    process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
  setTimeout(() => process.exit(1), 100);
}

process.on('unhandledRejection', giveUp);
process.on('uncaughtException', giveUp);

serveCalls({
  init(init: WorldInit) {
    runner = new WorldRunner(init, openLiveStore(init), post);
    return runner.init();
  },
  advance: (to: number) => world().advance(to),
  stepToEvent: (limit: number) => world().stepToEvent(limit),
  check: (request: CommandRequest) => world().check(request),
  accept: (command: Command) => world().accept(command),
  view: () => world().view(),
  catalogue: () => world().catalogue(),
  preview: (response: string, params: ResponseParams) => world().preview(response, params),
  flush: () => world().flush(),
  checksum: () => world().checksum(),
});
