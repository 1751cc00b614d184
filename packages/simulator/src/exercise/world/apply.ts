import type { Command, ExerciseBody, ProposedAct } from '../../run/command.ts';
import type { WorldApi } from '../../world/world-api.ts';
import type { RecordEntry } from '../types.ts';
import { control } from './control.ts';
import { issueDocument } from './documents.ts';
import { applyEffects, provesAwareness } from './effects.ts';
import { exerciseOf, plannedInject, under } from './injects.ts';
import { hear, propose } from './proposals.ts';

/** Applies an act as the bare command would, or throws why it cannot be done. */
export type ApplyAct = (command: Omit<Command, 'body'> & { body: ProposedAct }) => void;

/** A command of an exercise takes effect. In a run without one it does nothing. */
export function applyExercise(world: WorldApi, command: Command, applyAct: ApplyAct): void {
  const { exercise } = world.state;
  const body = command.body as ExerciseBody;
  if (!exercise) return;
  exercise.lookAt = 0;
  switch (body.do) {
    case 'read':
      return read(world, command, body.inject);
    case 'answer':
      return answer(world, command, body);
    case 'propose':
      return propose(world, command, body, applyAct);
    case 'agree':
    case 'object':
      return hear(world, command, body, applyAct);
    case 'record':
      return record(world, command.sequence, body.entry);
    case 'hint':
      return hint(world, command, body.inject);
    case 'issue':
      return issueDocument(world, command, body.document, null);
    case 'inject':
      return control(world, command.sequence, body);
  }
}

/** Is it a command of an exercise? */
export function isExerciseBody(body: Command['body']): body is ExerciseBody {
  return OWN.has(body.do);
}
const OWN = new Set<Command['body']['do']>([
  'read',
  'answer',
  'propose',
  'agree',
  'object',
  'record',
  'hint',
  'issue',
  'inject',
]);

function read(world: WorldApi, { by, role, sequence }: Command, id: string): void {
  const state = under(exerciseOf(world).injects, id);
  if (!state || state.sentAt === null || state.withdrawnAt !== null) return;
  if (state.readBy.some((each) => each.by === by && each.role === role)) return;
  state.readBy.push({ by, role, at: world.now });
  world.emit('inject.read', 'shop', { id, role, sequence });
  if (state.readAt !== null) return;
  state.readAt = world.now;
  const inject = plannedInject(world.scenario, id);
  if (inject?.aware) provesAwareness(world);
}

type Answer = Extract<ExerciseBody, { do: 'answer' }>;

/** Answering is reading too. An option is chosen once; words may follow. */
function answer(world: WorldApi, command: Command, { inject: id, option }: Answer): void {
  const state = under(exerciseOf(world).injects, id);
  if (!state || state.sentAt === null || state.withdrawnAt !== null) return;
  read(world, command, id);
  const inject = plannedInject(world.scenario, id);
  const chosen = inject?.options.find((each) => each.id === option);
  if (option !== undefined && (!chosen || state.option !== null)) return;
  state.answeredAt ??= world.now;
  const { role, sequence } = command;
  world.emit('answer.given', 'shop', { inject: id, role, sequence, ...(option && { option }) });
  if (!chosen) return;
  state.option = chosen.id;
  applyEffects(world, chosen.effects, `answer:${id}:${chosen.id}`);
}

/** Only the first of a kind, or of a kind with a tag, is news to the world; the rest is in the log. */
function record(world: WorldApi, sequence: number, entry: RecordEntry): void {
  const exercise = exerciseOf(world);
  exercise.recorded[entry.kind] ??= world.now;
  if (entry.kind === 'hypothesis') exercise.recorded[`hypothesis:${entry.tag}`] ??= world.now;
  if (entry.kind !== 'estimate') return;
  const { low, high, confidence } = entry;
  exercise.estimate = { low, high, confidence, at: world.now, sequence };
}

function hint(world: WorldApi, { role, sequence }: Command, id: string): void {
  const state = under(exerciseOf(world).injects, id);
  const inject = plannedInject(world.scenario, id);
  if (!state || !inject || state.hints >= inject.hints.length) return;
  state.hints += 1;
  world.emit('hint.taken', 'shop', { inject: id, hint: state.hints - 1, role, sequence });
}
