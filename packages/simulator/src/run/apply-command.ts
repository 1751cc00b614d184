import { applyExercise, isExerciseBody } from '../exercise/world/apply.ts';
import { issueDocument } from '../exercise/world/documents.ts';
import { decide } from '../exercise/world/proposals.ts';
import { beginResponse, withdrawResponse } from '../response/apply.ts';
import type { WorldApi } from '../world/world-api.ts';
import { checkAct } from './check-command.ts';
import { judge } from './judge.ts';
import type { Command, CommandBody } from './command.ts';

/** A command takes effect, now. */
export function applyCommand(world: WorldApi, command: Command): void {
  const { body, sequence } = command;
  if (isExerciseBody(body)) applyExercise(world, command, (act) => applyProposed(world, act));
  else if (body.do === 'respond') beginResponse(world, sequence, body.response, body.params);
  else if (body.do === 'withdraw') withdrawResponse(world, body.sequence);
  else if (body.do === 'declare') declare(world, sequence, body);
  else if (body.do === 'verdict') judge(world, sequence, body);
  else if (body.do === 'assign')
    world.emit('alert.assigned', 'shop', { alert: body.alert, to: body.to, sequence });
  else if (body.do === 'file') file(world, command, body);
}

/** An act that was proposed takes effect as the bare command would, unless it cannot be done any more. */
function applyProposed(
  world: WorldApi,
  { body, ...stamp }: Parameters<Parameters<typeof applyExercise>[2]>[0],
): void {
  checkAct(world, body);
  if (body.do === 'decide') decide(world, stamp.sequence, body);
  else applyCommand(world, { ...stamp, body });
}

type Of<Do extends CommandBody['do']> = Extract<CommandBody, { do: Do }>;

function declare(world: WorldApi, sequence: number, { severity }: Of<'declare'>): void {
  world.state.awareness.declaredAt ??= world.now;
  world.emit('incident.declared', 'shop', { severity, sequence });
}

function file(world: WorldApi, command: Command, { rule, document }: Of<'file'>): void {
  const { awareness, exercise } = world.state;
  awareness.filed = { ...awareness.filed, [rule]: awareness.filed[rule] ?? world.now };
  if (exercise && document) issueDocument(world, command, document, rule);
  world.emit('report.filed', 'shop', { rule, sequence: command.sequence });
}
