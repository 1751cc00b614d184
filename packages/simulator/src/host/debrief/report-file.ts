import type { KeyObject } from 'node:crypto';
import { badInput } from '@dwell/core';
import type { Template } from '@dwell/scoring';
import type { ReportSource } from '@dwell/scoring/report';
import { signCase } from '../../debrief/sign-case.ts';
import { ENGINE } from '../../run/engine-version.ts';
import type { ReportFile, ReportFormat } from '../debrief-service.ts';
import type { ExerciseRoom } from '../exercises/exercise-room.ts';
import { seatRefuses } from '../exercises/needs.ts';
import { casePeople, caseRoom } from './case-room.ts';
import type { DebriefEngine } from './debrief-engine.ts';
import { type DebriefSight, notStarted } from './debrief-sight.ts';
import { fileName } from './file-name.ts';
import type { TeamDebriefs } from './team-debriefs.ts';

export type ReportParts = {
  engine: DebriefEngine;
  teams: TeamDebriefs;
  key(): KeyObject;
  /** The template of who has chosen none. */
  standard(): Template;
  /** Address of this installation; null: nobody comes in by the web. */
  home: string | null;
};

export type ReportAsk = {
  room: ExerciseRoom;
  sight: DebriefSight;
  team: string | null;
  format: ReportFormat;
  language: 'en' | 'ko';
};

/** What those may take with them whose own exercise it was. */
const FOR_TRAINEES: ReadonlySet<ReportFormat> = new Set(['docx', 'md', 'certificate']);

const OF_CLASS: ReadonlySet<ReportFormat> = new Set(['class-docx', 'class-md']);

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TYPES: Readonly<Record<ReportFormat, string>> = {
  docx: DOCX,
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
  csv: 'application/zip',
  xapi: 'application/json',
  bundle: 'application/json',
  regression: 'application/zip',
  certificate: DOCX,
  'class-docx': DOCX,
  'class-md': 'text/markdown; charset=utf-8',
};

/**
 * A document of a team's debrief, or of the whole class. Errors: `NOT_STARTED`, `NOT_ALLOWED`, `NO_SUCH`,
 * those of the replay.
 */
export async function reportFile(parts: ReportParts, ask: ReportAsk): Promise<ReportFile> {
  const { room, format } = ask;
  mustTake(ask);
  const ofClass = OF_CLASS.has(format);
  const teams = ofClass ? room.state.teams.map(({ id }) => id) : [teamOf(ask)];
  const name = fileName(
    room.record.settings.name,
    ofClass ? null : room.team(teams[0]!).name,
    format,
  );
  const type = TYPES[format];
  if (format === 'bundle') return { name, type, bytes: await caseBytes(parts, ask, teams[0]!) };
  const sources: ReportSource[] = [];
  for (const team of teams) sources.push(await sourceOf(parts, ask, team));
  const { title } = sources[0]!;
  const people = certified(ask, teams[0]!);
  const { template } = caseRoom(room, teams[0]!, parts.standard());
  const bytes = await parts.engine.file({
    ...{ format, sources, people, title, home: parts.home },
    template: { name: template.name, ranks: template.ranks },
  });
  return { name, type, bytes };
}

function mustTake({ room, sight, format }: ReportAsk): void {
  if (!sight.truth && !sight.trainee) throw seatRefuses('you are not in this exercise', 'join it');
  if (room.state.state === 'lobby') throw notStarted(room);
  if (!sight.sees) throw seatRefuses('this debrief is not shared yet', 'wait until it is');
  if (!sight.rates && !FOR_TRAINEES.has(format))
    throw seatRefuses('this file is for who leads or evaluates', 'take the report');
}

function teamOf({ room, sight, team }: ReportAsk): string {
  const id = team ?? sight.team ?? (room.state.teams.length === 1 ? room.state.teams[0]!.id : null);
  if (id === null) throw badInput('NO_SUCH', 'say of which team', 'team', 'choose a team');
  room.team(id);
  if (sight.team !== null && sight.team !== id)
    throw seatRefuses('this debrief is another team’s', 'take your own');
  return id;
}

/** Whose certificates: one's own, or those of everybody in the team. */
function certified({ room, sight }: ReportAsk, team: string): readonly string[] {
  if (!sight.rates) return sight.person ? [sight.person.id] : [];
  return casePeople(room, team)
    .filter(({ kind }) => kind === 'trainee')
    .map(({ id }) => id);
}

/** The case, signed by this installation. */
async function caseBytes({ engine, teams, key }: ReportParts, { room }: ReportAsk, team: string) {
  const { taken, room: given } = await teams.of(room, team).ready();
  const signed = signCase(await engine.bundle(taken, given), key());
  return new TextEncoder().encode(`${JSON.stringify(signed)}\n`);
}

async function sourceOf(
  { engine, teams }: ReportParts,
  { room, language }: ReportAsk,
  team: string,
): Promise<ReportSource> {
  const { taken, room: given, debrief } = await teams.of(room, team).ready();
  const { checksum, whatIfs } = await engine.extras(taken);
  const { title, summary } = await room.plan();
  const { scenario, seed, scale } = taken.run;
  const { history, score, misses, published } = debrief;
  return {
    ...{ title: given.title, team: given.team, exercise: title, summary, language },
    day: dayOf(room.state.startedAtWallMs),
    ...{ history, score, misses, published },
    wash: given.wash,
    improvements: given.improvements,
    whatIfs: whatIfs.map(({ title: change, difference, because }) => ({
      title: change,
      accounts: difference.accounts,
      days: difference.days,
      customerHours: difference.customerHours,
      won: difference.won,
      explanation: because[0]?.text ?? { en: '', ko: '' },
    })),
    run: {
      ...{ scenario: scenario.name, scenarioHash: scenario.hash, seed, scale },
      ...{ engine: ENGINE, checksum },
    },
  };
}

/** The server's own day. */
function dayOf(wallMs: number | null): string | null {
  if (wallMs === null) return null;
  const at = new Date(wallMs);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
