import { badInput } from '@dwell/core';
import { checkRating } from '@dwell/scoring';
import { BaseRun } from '../../debrief/base-run.ts';
import { bounds } from '../../debrief/bounds.ts';
import { makeCase } from '../../debrief/case.ts';
import { type DebriefRest, debriefOf, NO_REST } from '../../debrief/debrief-of.ts';
import type { LoggedRun } from '../../debrief/logged-run.ts';
import { firstAlertsOf } from '../../debrief/first-alerts.ts';
import { momentState } from '../../debrief/moment-state.ts';
import { offersOf } from '../../debrief/offers.ts';
import { replayRun } from '../../debrief/replay-run.ts';
import type { RunReplay } from '../../debrief/run-replay.ts';
import { suggestionsOf } from '../../debrief/suggestions.ts';
import { sweep } from '../../debrief/sweep.ts';
import type {
  CaseBundle,
  CaseRoom,
  Change,
  Debrief,
  MomentState,
  WhatIf,
} from '../../debrief/types.ts';
import { whatIf } from '../../debrief/what-if.ts';
import { makeBundle } from '../../run/bundle.ts';
import type { DebriefWork, Sweep } from '../debrief-service.ts';
import { KeptFolder } from './kept-folder.ts';

/** What a child says while it works. */
export type DebriefPost = {
  what: NonNullable<DebriefWork>['what'];
  done: number;
  sweep?: Sweep;
};

/** `checksum` of the run where its log ends; what-ifs that were asked, newest first. */
export type ReportExtras = { checksum: string; whatIfs: readonly WhatIf[] };

export type OpenAsk = { key: string; run: LoggedRun; folder: string };

type Opened = {
  key: string;
  run: LoggedRun;
  kept: KeptFolder;
  replay: RunReplay | null;
  rest: DebriefRest | null;
  base: BaseRun | null;
};

/** Runs kept in memory at once, with their snapshots. */
const OPEN_MAX = 3;
/** What-ifs kept of a run, for its report. */
const WHAT_IFS_MAX = 40;
/** Who played: nobody's playbook. */
const PLAYED_BY_PEOPLE = 'people';

/** What the children of a debrief do: replay runs, and answer questions about those replayed. */
export class DebriefWorker {
  readonly #runs = new Map<string, Opened>();
  readonly #post: (post: DebriefPost) => void;
  readonly #alive: () => void;

  /** `alive` is called between pieces of work that block. */
  constructor(post: (post: DebriefPost) => void, alive: () => void) {
    this.#post = post;
    this.#alive = alive;
  }

  open({ key, run, folder }: OpenAsk): void {
    const kept = new KeptFolder(folder);
    this.#runs.set(key, { key, run, kept, replay: null, rest: null, base: null });
    const oldest = this.#runs.keys().next().value;
    if (this.#runs.size > OPEN_MAX && oldest !== undefined) this.#runs.delete(oldest);
  }

  /** Replays the run unless that is kept. */
  async replay(key: string): Promise<void> {
    const opened = this.#opened(key);
    if (this.#known(opened)) return;
    const onProgress = (done: number, what: 'history' | 'rules') => {
      this.#post({ what, done });
      this.#alive();
    };
    opened.replay = await replayRun(opened.run, { onProgress });
    mustKeep(opened.kept.write('replay', key, opened.replay));
  }

  /** Lives the run as others would have, unless that is kept. */
  bounds(key: string): void {
    const opened = this.#opened(key);
    if (this.#rest(opened) !== NO_REST) return;
    const tell = (done: number) => {
      this.#post({ what: 'bounds', done });
      this.#alive();
    };
    const base = this.#base(opened);
    tell(0.1);
    const others = bounds(base, (done) => tell(0.1 + done * 0.5));
    const firstAlerts = firstAlertsOf(base);
    tell(0.95);
    const offers = offersOf(base);
    opened.rest = { bounds: others, offers, suggestions: suggestionsOf(base), firstAlerts };
    mustKeep(opened.kept.write('bounds', key, opened.rest));
  }

  debrief(key: string, room: CaseRoom): Debrief {
    const opened = this.#opened(key);
    const replay = this.#replayed(opened);
    return debriefOf(opened.run, replay, standing(room, replay), this.#rest(opened));
  }

  /** Lives the run, so that what is asked of it is near. */
  warm(key: string): void {
    void this.#base(this.#opened(key)).lived;
  }

  whatIf(key: string, change: Change): WhatIf {
    const opened = this.#opened(key);
    const there = asked(opened).find((each) => isOf(each, change));
    if (there) return there;
    const made = whatIf(this.#base(opened), change);
    this.#keep(opened, [made]);
    return made;
  }

  /** What a report says of a run besides its debrief. */
  extras(key: string): ReportExtras {
    const opened = this.#opened(key);
    return { checksum: this.#replayed(opened).checksum, whatIfs: asked(opened) };
  }

  moment(key: string, at: number): MomentState {
    const opened = this.#opened(key);
    return momentState(this.#base(opened), at, this.#replayed(opened).history.alerts);
  }

  bundle(key: string, room: CaseRoom): CaseBundle {
    const opened = this.#opened(key);
    const { run } = this.#base(opened).lived;
    const kept = standing(room, this.#replayed(opened));
    return makeCase(makeBundle(run, PLAYED_BY_PEOPLE), kept, this.debrief(key, room).score);
  }

  /** Tries every decision, telling of each step. */
  async sweep(key: string): Promise<void> {
    const opened = this.#opened(key);
    for (const step of sweep(this.#base(opened))) {
      if (step.finished) this.#keep(opened, step.best);
      this.#post({ what: 'sweep', done: step.done, sweep: step });
      this.#alive();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Keeps these for the report. */
  #keep(opened: Opened, made: readonly WhatIf[]): void {
    const others = asked(opened).filter((each) => !made.some((one) => isOf(one, each.change)));
    opened.kept.write('what-ifs', opened.key, [...made, ...others].slice(0, WHAT_IFS_MAX));
  }

  #opened(key: string): Opened {
    const opened = this.#runs.get(key);
    if (!opened) throw badInput('NOT_OPEN', 'this run is not open here', key, 'open it first');
    this.#runs.delete(key);
    this.#runs.set(key, opened);
    return opened;
  }

  #known(opened: Opened): RunReplay | null {
    opened.replay ??= opened.kept.read('replay', opened.key) as RunReplay | null;
    return opened.replay;
  }

  #replayed(opened: Opened): RunReplay {
    const replay = this.#known(opened);
    if (replay) return replay;
    throw badInput('NOT_REPLAYED', 'this run has not been replayed', opened.key, 'replay it first');
  }

  #rest(opened: Opened): DebriefRest {
    opened.rest ??= opened.kept.read('bounds', opened.key) as DebriefRest | null;
    return opened.rest ?? NO_REST;
  }

  #base(opened: Opened): BaseRun {
    const { firstAlertAt } = this.#replayed(opened);
    opened.base ??= new BaseRun(opened.run, { firstAlertAt });
    return opened.base;
  }
}

function isOf({ change }: WhatIf, other: Change): boolean {
  return JSON.stringify(change) === JSON.stringify(other);
}

/** What was asked about a run, newest first. */
function asked({ kept, key }: Opened): readonly WhatIf[] {
  return (kept.read('what-ifs', key) as WhatIf[] | null) ?? [];
}

/** Another process is going to read it. */
function mustKeep(kept: boolean): void {
  if (kept) return;
  const todo = 'free some disk space on the server, then ask again';
  throw badInput('DISK_FULL', 'what was replayed cannot be kept', 'the data folder', todo);
}

/** The room without ratings that are pinned to what did not happen in this run: it was rewound since. */
function standing(room: CaseRoom, { history }: RunReplay): CaseRoom {
  const ratings = room.ratings.filter((rating) => {
    try {
      checkRating(rating, history);
      return true;
    } catch {
      return false;
    }
  });
  return { ...room, ratings };
}
