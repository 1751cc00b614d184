import { post, serveCalls } from './child-side.ts';
import type { DayJob } from './day-job.ts';
import { writeDays } from './write-days.ts';

// The entry of a history builder's child process: seals a range of days and ends.

serveCalls({ write: (job: DayJob) => writeDays(job, post) });
