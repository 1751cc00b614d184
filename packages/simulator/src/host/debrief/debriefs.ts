import { badInput, type SimTime } from '@dwell/core';
import { checkRating, templateOf, type Template } from '@dwell/scoring';
import { shippedTemplates } from '@dwell/scoring/templates';
import type { CaseBundle, Change, MomentState, WhatIf } from '../../debrief/types.ts';
import type { DebriefAct } from '../../exercise/debrief-act.ts';
import type {
  DebriefService,
  DebriefView,
  ProgressRow,
  ReportFile,
  ReportFormat,
  Sweep,
  TeamDebriefView,
} from '../debrief-service.ts';
import type { ExerciseRoom } from '../exercises/exercise-room.ts';
import { seatRefuses } from '../exercises/needs.ts';
import { mustInstruct, personId } from '../exercises/standing.ts';
import { SYSTEM } from '../exercises/system.ts';
import type { Viewer } from '../service.ts';
import { anonymiseExercise } from './anonymise.ts';
import { caseKey } from './case-key.ts';
import { checkDebriefAct } from './debrief-act.ts';
import { DebriefEngine } from './debrief-engine.ts';
import { debriefFeed } from './debrief-feed.ts';
import {
  debriefSight,
  followedSight,
  mustFollowDebrief,
  mustLeadDebrief,
  mustSeeDebrief,
  notStarted,
} from './debrief-sight.ts';
import { debriefView } from './debrief-view.ts';
import type { DebriefParts } from './parts.ts';
import { progressRows } from './progress-rows.ts';
import { reportFile } from './report-file.ts';
import { Retention } from './retention.ts';
import { keepScore } from './keep-score.ts';
import { sendStatements } from './send-statements.ts';
import { sweepSteps } from './sweep-steps.ts';
import { TeamDebriefs } from './team-debriefs.ts';

/** The end of an exercise is told to everybody first; figures nobody waits for can. */
const AFTER_END_MS = 10_000;

/** Exercises scored late, whenever somebody looks at all of them. */
const UNSCORED_AT_ONCE = 3;

/** Debriefs: what exercises came to, what they could have, and what people make of it. */
export class Debriefs implements DebriefService {
  readonly #parts: DebriefParts;
  readonly #engine: DebriefEngine;
  readonly #teams: TeamDebriefs;
  readonly #retention: Retention;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(parts: DebriefParts) {
    this.#parts = parts;
    this.#engine = new DebriefEngine(parts.home);
    this.#teams = new TeamDebriefs({
      engine: this.#engine,
      host: (runId) => parts.host(runId),
      wall: parts.wall,
      standard,
      onScored: (room, team, debrief, runId) => void keepScore(room, team, debrief, runId),
    });
    this.#retention = new Retention(parts, (room) => this.#anonymise(room, SYSTEM));
  }

  async start(): Promise<void> {
    await this.#retention.start();
  }

  async stop(): Promise<void> {
    this.#retention.stop();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#teams.close();
    await this.#engine.close();
  }

  /** Nothing of an exercise stays in what was made of it: it can be made again of what is kept. */
  async forget(room: ExerciseRoom): Promise<void> {
    this.#teams.forget(room);
    await this.#engine.forget();
  }

  /** An exercise has ended: its figures are reckoned and kept, whether anybody looks or not. */
  ended(room: ExerciseRoom): void {
    const timer = setTimeout(() => {
      if (room.closed || room.state.state !== 'ended') return;
      for (const { id } of room.state.teams) void this.#teams.of(room, id).keepUp();
    }, AFTER_END_MS);
    timer.unref();
    this.#timers.add(timer);
  }

  async *live(
    viewer: Viewer,
    exerciseId: string,
    team: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<DebriefView> {
    const room = await this.#parts.room(exerciseId);
    const id = mustFollowDebrief(viewer, room, team);
    yield* debriefFeed(
      {
        room,
        made: this.#teams.of(room, id),
        sight: () => followedSight(viewer, room, id),
        view: (now) => debriefView(room, id, now, shippedTemplates()),
      },
      signal,
    );
  }

  async teams(viewer: Viewer, exerciseId: string): Promise<TeamDebriefView[]> {
    const room = await this.#parts.room(exerciseId);
    if (!debriefSight(viewer, room).rates)
      throw seatRefuses('only who leads or evaluates sees all teams', 'look at your own');
    if (room.state.state === 'lobby') throw notStarted(room);
    return room.state.teams.map(({ id, name }) => {
      const made = this.#teams.of(room, id);
      void made.keepUp();
      const { debrief, work, failed } = made.shown;
      return { team: { id, name }, debrief, work, failed };
    });
  }

  async act(viewer: Viewer, exerciseId: string, act: DebriefAct): Promise<void> {
    const room = await this.#parts.room(exerciseId);
    const sight = debriefSight(viewer, room);
    if (room.state.state === 'lobby' && act.do !== 'template' && act.do !== 'pseudonyms')
      throw notStarted(room);
    checkDebriefAct(room, await room.plan(), sight, act);
    const by = personId(viewer);
    const body = act.do === 'template' ? { ...act, template: sensible(act.template) } : act;
    if (act.do === 'rate') {
      const { debrief } = this.#teams.of(room, act.team).shown;
      if (debrief) checkRating({ ...act.rating, by }, debrief.history);
    }
    await room.tail.append(() => ({ by, body }));
  }

  async refresh(viewer: Viewer, exerciseId: string, team: string): Promise<void> {
    const { room } = await this.#seen(viewer, exerciseId, team);
    void this.#teams.of(room, team).keepUp(true);
  }

  async whatIf(viewer: Viewer, exerciseId: string, team: string, change: Change): Promise<WhatIf> {
    const { taken } = await this.#ready(viewer, exerciseId, team);
    return this.#engine.whatIf(taken, change);
  }

  async *sweep(
    viewer: Viewer,
    exerciseId: string,
    team: string,
    signal: AbortSignal,
  ): AsyncGenerator<Sweep> {
    const { taken } = await this.#ready(viewer, exerciseId, team);
    yield* sweepSteps(this.#engine, taken, signal);
  }

  async moment(
    viewer: Viewer,
    exerciseId: string,
    team: string,
    at: SimTime,
  ): Promise<MomentState> {
    const { taken } = await this.#ready(viewer, exerciseId, team);
    return this.#engine.moment(taken, at);
  }

  async fork(
    viewer: Viewer,
    exerciseId: string,
    team: string,
    at: SimTime,
  ): Promise<{ runId: string }> {
    mustInstruct(viewer);
    const { room } = await this.#seen(viewer, exerciseId, team);
    mustLeadDebrief(viewer, room);
    const { id } = await this.#parts.fork(viewer, room.team(team).runId, at);
    return { runId: id };
  }

  async file(
    viewer: Viewer,
    exerciseId: string,
    team: string | null,
    format: ReportFormat,
    language: 'en' | 'ko',
  ): Promise<ReportFile> {
    const room = await this.#parts.room(exerciseId);
    return reportFile(
      {
        ...{ engine: this.#engine, teams: this.#teams, standard },
        key: () => caseKey(this.#parts.home),
        home: addressOf(this.#parts.ports.door?.joinUrl('')),
      },
      { room, sight: debriefSight(viewer, room), team, format, language },
    );
  }

  async bundle(viewer: Viewer, exerciseId: string, team: string): Promise<CaseBundle> {
    const { bytes } = await this.file(viewer, exerciseId, team, 'bundle', 'en');
    return JSON.parse(new TextDecoder().decode(bytes)) as CaseBundle;
  }

  async send(viewer: Viewer, exerciseId: string, team: string): Promise<{ statements: number }> {
    mustLeadDebrief(viewer, await this.#parts.room(exerciseId));
    const { lrs } = this.#parts;
    if (!lrs)
      throw badInput(
        'NO_LRS',
        'no learning record store is set up here',
        'this server',
        'set DWELL_LRS_URL, DWELL_LRS_KEY and DWELL_LRS_SECRET and start it again',
      );
    const { bytes } = await this.file(viewer, exerciseId, team, 'xapi', 'en');
    const statements = JSON.parse(new TextDecoder().decode(bytes)) as readonly unknown[];
    await sendStatements(lrs, statements);
    return { statements: statements.length };
  }

  async progress(viewer: Viewer): Promise<ProgressRow[]> {
    mustInstruct(viewer);
    const rooms = (await this.#parts.rooms()).filter((room) => debriefSight(viewer, room).truth);
    for (const room of unscored(rooms).slice(0, UNSCORED_AT_ONCE)) this.ended(room);
    return rooms
      .flatMap((room) => progressRows(room))
      .sort((x, y) => x.endedWallMs - y.endedWallMs);
  }

  async anonymise(viewer: Viewer, exerciseId: string): Promise<void> {
    mustInstruct(viewer);
    await this.#anonymise(await this.#parts.room(exerciseId), personId(viewer));
  }

  async retention(viewer: Viewer): Promise<{ keepNamesDays: number | null; lrs: boolean }> {
    mustInstruct(viewer);
    const { keepNamesDays } = await this.#parts.ports.settings.get();
    return { keepNamesDays, lrs: this.#parts.lrs !== null };
  }

  async setRetention(viewer: Viewer, keepNamesDays: number | null): Promise<void> {
    mustInstruct(viewer);
    await this.#parts.ports.settings.update({ keepNamesDays });
    await this.#retention.sweep();
  }

  async #anonymise(room: ExerciseRoom, by: string): Promise<void> {
    await anonymiseExercise(this.#parts, room, by);
    await this.forget(room);
  }

  async #seen(viewer: Viewer, exerciseId: string, team: string) {
    const room = await this.#parts.room(exerciseId);
    return { room, sight: mustSeeDebrief(viewer, room, team) };
  }

  async #ready(viewer: Viewer, exerciseId: string, team: string) {
    const { room } = await this.#seen(viewer, exerciseId, team);
    return this.#teams.of(room, team).ready();
  }
}

function standard(): Template {
  return shippedTemplates()[0]!;
}

/** Exercises that ended without being scored: under an older version, or when a server was stopped. */
function unscored(rooms: readonly ExerciseRoom[]): readonly ExerciseRoom[] {
  return rooms.filter(({ state }) => state.state === 'ended' && state.debrief.scored.length === 0);
}

/** The beginning of an address, without what it leads to; null: it is none. */
function addressOf(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : null;
}

/** A template that somebody sent, as the loader of templates makes it. Errors: its own. */
function sensible(template: Template): Template {
  return templateOf(template, 'template');
}
