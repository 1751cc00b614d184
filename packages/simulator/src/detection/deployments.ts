import type { SimTime } from '@dwell/core';
import type { ResponseState } from '../response/types.ts';
import { askedResponse } from '../run/asked-response.ts';
import type { Command } from '../run/command.ts';

/** A rule at work from `from` to before `until` (null: still). */
export type Deployment = {
  name: string;
  text: string;
  /** The command that deployed it. */
  sequence: number;
  from: SimTime;
  until: SimTime | null;
};

/** When which rule's text was at work in a run: a later text of the same name ends an earlier one. */
export function deployments(
  responses: readonly ResponseState[],
  commands: readonly Command[],
): Deployment[] {
  const changes = responses
    .filter(({ id, state }) => state === 'done' && (id === 'deploy-rule' || id === 'retire-rule'))
    .toSorted((a, b) => a.effectiveAt - b.effectiveAt || a.commandSequence - b.commandSequence);
  const all: Deployment[] = [];
  for (const { id, params, effectiveAt, commandSequence } of changes) {
    const name = String(params['name']);
    const before = all.findLast((each) => each.name === name && each.until === null);
    if (before) before.until = effectiveAt;
    if (id !== 'deploy-rule') continue;
    const command = commands.find(({ sequence }) => sequence === commandSequence);
    const asked = askedResponse(command?.body);
    const text = asked ? String(asked.params['text']) : '';
    all.push({ name, text, sequence: commandSequence, from: effectiveAt, until: null });
  }
  return all;
}
