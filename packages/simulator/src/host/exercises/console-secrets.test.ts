import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TICK_MS } from '@dwell/core';
import { afterAll, expect, test } from 'vitest';
import { CRISIS, guest, listen } from '../../../test/support/exercise-room.ts';
import { built, INSTRUCTOR, until } from '../../../test/support/service-run.ts';
import type { ExerciseInject, ExercisePlan } from '../../exercise/types.ts';
import type { ConsoleMessage, ConsoleSections } from '../../router/exercise-types.ts';
import { ROLES, type Role } from '../../scenario/roles.ts';
import type { Text } from '../../scenario/types.ts';
import type { TeamAct } from '../exercise-service.ts';
import { memoryPorts } from '../memory-ports.ts';
import { TRUTH_FIELDS } from '../projection.ts';
import type { Viewer } from '../service.ts';
import { createSimulatorService } from '../simulator-service.ts';

// Goal: in a whole crisis, with every role doing all it can, no console is told ground truth, what is
// wanted, what follows, or a word of another role's inbox.

const home = mkdtempSync(join(tmpdir(), 'dwell-secrets-'));
const service = createSimulatorService(memoryPorts(), { home });
const { exercises } = service;
afterAll(async () => {
  await service.stop();
  rmSync(home, { recursive: true, force: true });
});

const SECRET_FIELDS: readonly string[] = [
  ...TRUTH_FIELDS,
  ...['matters', 'missed', 'ifMissed', 'met', 'wanted', 'bot', 'trigger', 'effects', 'aware'],
];

type Player = { viewer: Viewer; role: Role; console: ReturnType<typeof listen> };

/** What a player's console shows now. */
function shown({ console: { messages } }: Player): Partial<ConsoleSections> {
  const seen: Partial<ConsoleSections> = {};
  for (const { section, value } of messages) Object.assign(seen, { [section]: value });
  return seen;
}

/** Acts as a person would who tries everything; what the run refuses is not what is looked at here. */
async function everything(player: Player, id: string): Promise<void> {
  const { viewer, role } = player;
  const act = (what: TeamAct) => exercises.play(viewer, id, what).catch(() => undefined);
  const { inbox = [], decisions } = shown(player);
  for (const item of inbox) {
    if (item.read) continue;
    await act({ do: 'read', inject: item.id });
    if (item.hintsLeft > 0) await act({ do: 'hint', inject: item.id });
    const [option] = item.options;
    if (option) await act({ do: 'answer', inject: item.id, option: option.id });
    else if (item.answerable) await act({ do: 'answer', inject: item.id, text: `from ${role}` });
  }
  for (const { id: decision, options } of decisions?.cards ?? []) {
    const decide = { do: 'decide' as const, decision, option: options[0]!.id };
    await act({ do: 'propose', act: decide, reasons: { why: 'x' }, as: role });
  }
  for (const { sequence, asksYou } of decisions?.proposals ?? [])
    if (asksYou) await act({ do: 'agree', proposal: sequence });
  await act({ do: 'record', as: role, entry: { kind: 'note', text: `note of ${role}` } });
  const secret = { kind: 'chat' as const, text: `whisper of ${role}`, to: 'legal' as const };
  await act({ do: 'record', as: role, entry: secret });
}

/** Every name of a field in a message, with the fields above it. */
function fieldsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => fieldsOf(each, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    `${path}.${name}`,
    ...fieldsOf(inner, `${path}.${name}`),
  ]);
}

function secretFields(messages: readonly ConsoleMessage[]): string[] {
  const all = new Set(messages.flatMap(({ section, value }) => fieldsOf(value, section)));
  // How an empty seat is filled is no secret: everybody sits at one table.
  all.delete('room.team.seats.bot');
  return [...all].filter((path) => SECRET_FIELDS.includes(path.split('.').at(-1)!));
}

const bothOf = (text: Text | undefined) => (text ? [text.en, text.ko] : []);
const onWire = (text: string) => JSON.stringify(text).slice(1, -1);

/** Texts that nobody in this role may ever be told. */
function secretTexts(plan: ExercisePlan, role: Role, proposed: ReadonlySet<string>): string[] {
  const theirs = (inject: ExerciseInject) => inject.to.includes(role);
  const own = new Set(
    plan.injects
      .filter(theirs)
      .flatMap(({ subject, body }) => [...bothOf(subject), ...bothOf(body)]),
  );
  const foreign = plan.injects
    .filter((inject) => !theirs(inject))
    .flatMap(({ subject, body, options, hints }) => [
      ...bothOf(subject),
      ...bothOf(body),
      ...hints.flatMap(({ text }) => bothOf(text)),
      ...options.flatMap(({ text }) => bothOf(text)),
    ])
    .filter((text) => !own.has(text) && text.length > 30);
  const decisions = plan.decisions
    .filter((each) => !proposed.has(each.id) && ![...each.roles, ...each.approvers].includes(role))
    .flatMap(({ question }) => bothOf(question));
  const wanted = plan.injects.flatMap((each) => [...bothOf(each.wanted), ...bothOf(each.ifMissed)]);
  return [...foreign, ...decisions, ...wanted];
}

test.runIf(built)(
  'no console is told what its role may not know',
  { timeout: 600_000 },
  async () => {
    const { id, code } = await exercises.create(INSTRUCTOR, {
      ...CRISIS,
      exercise: 'crisis',
      roles: ROLES,
    });
    const { team } = (await exercises.desk(INSTRUCTOR, id)).teams[0]!;
    await until(service, team.runId, ({ build }) => build.state === 'ready');
    const players = await Promise.all(
      ROLES.map(async (role): Promise<Player> => {
        const viewer = await guest(exercises, code, { name: role, roles: [role] });
        return { viewer, role, console: listen(exercises, viewer, id) };
      }),
    );
    const observer = await guest(exercises, code, { name: 'observer', kind: 'observer' });
    const looking = listen(exercises, observer, id);

    await exercises.act(INSTRUCTOR, id, { do: 'start' });
    const plan = (await service.exercises.shelf()).find(({ name }) => name === 'crisis')!.plan;
    for (const phase of plan.phases) {
      await exercises.act(INSTRUCTOR, id, { do: 'phase', phase: phase.id });
      if (phase.sim) {
        await exercises.clock(INSTRUCTOR, id, { do: 'pause' });
        for (const to of [(phase.sim.from + phase.sim.to) / 2, phase.sim.to]) {
          await exercises
            .clock(INSTRUCTOR, id, { do: 'step', by: 'inject' })
            .catch(() => undefined);
          const at = Math.floor(to / TICK_MS) * TICK_MS;
          await exercises.clock(INSTRUCTOR, id, { do: 'jump', to: at }).catch(() => undefined);
          await until(service, team.runId, ({ clock }) => clock.now >= clock.anchorSim - TICK_MS);
          for (const player of players) await everything(player, id);
        }
      }
    }
    await exercises.act(INSTRUCTOR, id, { do: 'end' });

    expect(
      players.reduce((sum, player) => sum + (shown(player).inbox?.length ?? 0), 0),
    ).toBeGreaterThan(20);
    // What somebody has proposed is the whole team's to see, its question too.
    const proposed = new Set(
      shown(players[0]!).decisions!.proposals.flatMap(({ act }) =>
        act.do === 'decide' ? [act.decision] : [],
      ),
    );
    for (const { role, console } of players) {
      await console.stop();
      expect(secretFields(console.messages), role).toEqual([]);
      const told = JSON.stringify(console.messages);
      for (const text of secretTexts(plan, role, proposed))
        expect(told, role).not.toContain(onWire(text));
      for (const other of ROLES) {
        const heard = role === 'legal' || role === other;
        expect(told.includes(`"whisper of ${other}"`), `${role} hears ${other}`).toBe(heard);
      }
    }
    await looking.stop();
    expect(secretFields(looking.messages)).toEqual([]);
  },
);
