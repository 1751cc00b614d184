import { badInput } from '@dwell/core';
import { isExerciseBody } from '../exercise/world/apply.ts';
import { checkDecision, checkExercise } from '../exercise/world/check.ts';
import { checkParams, responseById } from '../response/catalogue.ts';
import type { ResponseParams } from '../response/types.ts';
import type { WorldApi } from '../world/world-api.ts';
import type { CommandRequest, ProposedAct } from './command.ts';

/**
 * Checks a request against the world as it stands. Errors (exit 2): `RESPONSE`, `PARAM`,
 * `UNAVAILABLE`, `WITHDRAW`, those of the response itself, and those of an exercise.
 */
export function checkCommand(world: WorldApi, request: CommandRequest): void {
  const { body } = request;
  if (isExerciseBody(body)) {
    checkExercise(world, { ...request, body }, (act) => checkAct(world, act));
  } else if (body.do === 'respond') checkResponse(world, body.response, body.params);
  else if (body.do === 'withdraw') {
    const { responses } = world.state;
    const running = responses.find((r) => r.commandSequence === body.sequence);
    if (running?.state !== 'in-flight') {
      throw badInput(
        'WITHDRAW',
        `nothing to take back at ${body.sequence}`,
        'withdraw',
        'it has taken effect or was withdrawn already',
      );
    }
  }
}

/** Checks what is proposed, or about to take effect after it was. Errors as `checkCommand`. */
export function checkAct(world: WorldApi, act: ProposedAct): void {
  if (act.do === 'respond') checkResponse(world, act.response, act.params);
  else if (act.do === 'decide') checkDecision(world, act);
}

function checkResponse(world: WorldApi, id: string, params: ResponseParams): void {
  const response = responseById(id);
  checkParams(id, params);
  response.check?.(world, params);
  const reason = response.unavailable?.(world);
  if (reason)
    throw badInput('UNAVAILABLE', `${id}: ${reason}`, 'respond', 'look at what is on already');
}
