import type { CaseRoom, Change } from '../../debrief/types.ts';
import { alive, post, serveCalls } from '../child-side.ts';
import { DebriefWorker, type OpenAsk } from './debrief-worker.ts';
import { makeFile, type FileAsk } from './make-file.ts';

// The entry of a debrief's child process: replays runs and answers questions about them.

const worker = new DebriefWorker(post, alive);

serveCalls({
  open: (ask: OpenAsk) => worker.open(ask),
  replay: (key: string) => worker.replay(key),
  bounds: (key: string) => worker.bounds(key),
  debrief: (key: string, room: CaseRoom) => worker.debrief(key, room),
  warm: (key: string) => worker.warm(key),
  whatIf: (key: string, change: Change) => worker.whatIf(key, change),
  extras: (key: string) => worker.extras(key),
  moment: (key: string, at: number) => worker.moment(key, at),
  bundle: (key: string, room: CaseRoom) => worker.bundle(key, room),
  sweep: (key: string) => worker.sweep(key),
  file: (ask: FileAsk) => makeFile(ask),
});
