import { badInput } from '@dwell/core';
import type { ExerciseBody } from '../../run/command.ts';
import type { WorldApi } from '../../world/world-api.ts';
import { exerciseOf, under } from './injects.ts';

type Control = Extract<ExerciseBody, { do: 'inject' }>;

/**
 * Checks the facilitator's hand on an inject. Errors: `NO_SUCH_INJECT`, `ALREADY_THERE`,
 * `ALREADY_SENT`, `ALREADY_READ`, `ALREADY_HELD`, `NOT_HELD`, `WITHDRAWN`, `EMPTY`, `NAME`.
 */
export function checkControl(world: WorldApi, body: Control): void {
  const { inject: id, act } = body;
  const state = under(exerciseOf(world).injects, id);
  if (act === 'new') return checkNew(state !== undefined, body);
  if (!state) throw badInput('NO_SUCH_INJECT', `there is no inject ${id}`, id, 'make it as new');
  if (state.withdrawnAt !== null)
    throw badInput('WITHDRAWN', `inject ${id} was withdrawn`, id, 'make a new one');
  if (act === 'withdraw') {
    if (state.readAt !== null)
      throw badInput(
        'ALREADY_READ',
        `${id} was read and cannot be taken back`,
        id,
        'send a correction as a new inject',
      );
    return;
  }
  if (state.sentAt !== null)
    throw badInput(
      'ALREADY_SENT',
      `${id} was sent already`,
      id,
      'withdraw it while nobody has read it, or make a new one',
    );
  if (act === 'hold' && state.held)
    throw badInput('ALREADY_HELD', `${id} is held already`, id, 'release or send it');
  if (act === 'release' && !state.held)
    throw badInput('NOT_HELD', `${id} is not held`, id, 'nothing is left to do');
  if (act === 'move' && body.at === undefined)
    throw badInput('EMPTY', 'it is not said when', id, 'give the time to move it to');
  if (act === 'edit' && !body.wording && !body.to && !body.channel)
    throw badInput('EMPTY', 'nothing is changed', id, 'give a wording, recipients or a channel');
}

const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;

function checkNew(exists: boolean, { inject: id, wording, to }: Control): void {
  if (!NAME.test(id))
    throw badInput('NAME', `${id} is no name`, 'inject', 'write a-z, 0-9 and hyphens');
  if (exists)
    throw badInput('ALREADY_THERE', `there is an inject ${id} already`, id, 'give it another name');
  if (!wording || !to || to.length === 0)
    throw badInput('EMPTY', 'words or recipients are missing', id, 'say what is sent, and to whom');
}
