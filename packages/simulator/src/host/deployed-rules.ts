import type { SimTime } from '@dwell/core';
import type { ResponseState } from '../response/types.ts';
import { askedResponse } from '../run/asked-response.ts';
import type { Command } from '../run/command.ts';

/** Responses by which rules come into a run and go from it. */
export const DEPLOY = 'deploy-rule';
export const RETIRE = 'retire-rule';

/** The latest deployment of a name. */
export type Deployed = {
  name: string;
  text: string;
  state: 'deploying' | 'deployed' | 'retired';
  effectiveAt: SimTime;
  sequence: number;
};

/**
 * What of each name is, or last was, in a run. Texts are in the world log; how far each command has
 * got, the responses say.
 */
export function deployedRules(
  responses: readonly ResponseState[],
  commands: readonly Command[],
): Map<string, Deployed> {
  const found = new Map<string, Deployed>();
  const inOrder = [...responses].sort((x, y) => x.commandSequence - y.commandSequence);
  for (const { id, commandSequence: sequence, params, effectiveAt, state } of inOrder) {
    const name = String(params['name'] ?? '');
    if (state === 'withdrawn') continue;
    if (id === RETIRE && state === 'done') {
      const before = found.get(name);
      if (before) found.set(name, { ...before, state: 'retired' });
    }
    if (id !== DEPLOY) continue;
    const text = textOf(commands[sequence - 1]);
    found.set(name, {
      name,
      text,
      state: state === 'done' ? 'deployed' : 'deploying',
      effectiveAt,
      sequence,
    });
  }
  return found;
}

function textOf(command: Command | undefined): string {
  return String(askedResponse(command?.body)?.params['text'] ?? '');
}
