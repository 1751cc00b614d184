import { badInput, type SimTime } from '@dwell/core';
import { checkRating, templateOf, type Template } from '@dwell/scoring';
import { shippedTemplates } from '@dwell/scoring/templates';
import type { CaseBundle, Change, Debrief, MomentState, WhatIf } from '../../debrief/types.ts';
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
import { debriefSight, mustLeadDebrief, mustSeeDebrief, notStarted } from './debrief-sight.ts';
import { debriefView } from './debrief-view.ts';
import type { DebriefParts } from './parts.ts';
import { progressRows } from './progress-rows.ts';
import { reportFile } from './report-file.ts';
import { Retention } from './retention.ts';
import { scoredOf } from './scored-of.ts';
import { sendStatements } from './send-statements.ts';
import { sweepSteps } from './sweep-steps.ts';
import { TeamDebriefs } from './team-debriefs.ts';

/** Debriefs: what exercises came to, what they could have, and what people make of it. */
export class Debriefs implements DebriefService {
  readonly #parts: DebriefParts;
  readonly #engine: DebriefEngine;
  readonly #teams: TeamDebriefs;
  readonly #retention: Retention;

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
    this.#retention = new Retention(parts);
  }

  async start(): Promise<void> {
    await this.#retention.start();
  }

  async stop(): Promise<void> {
    this.#retention.stop();
    this.#teams.close();
    await this.#engine.close();
  }

  /** An exercise has ended: its figures are reckoned and kept, whether anybody looks or not. */
  ended(room: ExerciseRoom): void {
    for (const { id } of room.state.teams) void this.#teams.of(room, id).keepUp();
  }

  async *live(
    viewer: Viewer,
    exerciseId: string,
    team: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<DebriefView> {
    const room = await this.#parts.room(exerciseId);
    const sight = debriefSight(viewer, room);
    if (!sight.truth && !sight.trainee)
      throw seatRefuses('you are not in this exercise', 'join it');
    if (room.state.state === 'lobby') throw notStarted(room);
    if (sight.trainee && room.state.state !== 'ended')
      throw seatRefuses('the debrief comes after the end', 'play on');
    const id = team ?? sight.team ?? room.state.teams[0]!.id;
    room.team(id);
    if (sight.team !== null && sight.team !== id)
      throw seatRefuses('this debrief is another team’s', 'look at your own');
    yield* debriefFeed(
      {
        room,
        made: this.#teams.of(room, id),
        sight: () => {
          const now = debriefSight(viewer, room);
          const told = now.truth || (now.trainee && room.state.state === 'ended');
          return told && (now.team === null || now.team === id) ? now : null;
        },
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
      { engine: this.#engine, teams: this.#teams, key: () => caseKey(this.#parts.home) },
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
    const rooms = await this.#parts.rooms();
    return rooms
      .filter((room) => debriefSight(viewer, room).truth)
      .flatMap((room) => progressRows(room))
      .sort((x, y) => x.endedWallMs - y.endedWallMs);
  }

  async anonymise(viewer: Viewer, exerciseId: string): Promise<void> {
    mustInstruct(viewer);
    await anonymiseExercise(this.#parts, await this.#parts.room(exerciseId), personId(viewer));
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

/** A template that somebody sent, as the loader of templates makes it. Errors: its own. */
function sensible(template: Template): Template {
  return templateOf(template, 'template');
}

/** Keeps what a team came to, when it is not what is kept already. */
async function keepScore(
  room: ExerciseRoom,
  team: string,
  debrief: Debrief,
  runId: string,
): Promise<void> {
  const scored = scoredOf(debrief, team, runId);
  await room.tail
    .append(({ state, debrief: { scored: before } }) => {
      const there = before.find((each) => each.team === team);
      if (state !== 'ended' || JSON.stringify(there) === JSON.stringify(scored)) return null;
      return { by: SYSTEM, body: { do: 'scored', scored } };
    })
    .catch((error: unknown) => {
      process.stderr.write(`debrief: a score was not kept: ${String(error)}\n`);
    });
}
