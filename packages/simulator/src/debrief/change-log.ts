import { TICK_MS, badInput, toIso, type SimTime } from '@dwell/core';
import { checkParams, responseById } from '../response/catalogue.ts';
import type { Command, CommandBody } from '../run/command.ts';
import type { Change } from './types.ts';
import { beginOf, type LoggedRun } from './logged-run.ts';

/** Who gives commands that nobody gave. */
const WHAT_IF = { by: 'what-if', role: 'incident-commander' };

type Of<Do extends Change['do']> = Extract<Change, { do: Do }>;
type Context = Pick<LoggedRun, 'scenario' | 'until'>;

/**
 * The log of a run with something changed in it. What depends on a command moves and goes with it:
 * agreements and objections with their proposal, a withdrawal with what it takes back, what people did
 * with an inject with the facilitator's hand that sent it. Each command keeps its sequence number, for
 * draws of chance hang on it: the log is in order of time, then of number, and what is added is
 * numbered on. Errors (exit 2): `NO_SUCH_COMMAND`, `BEFORE_START`, `AFTER_END`,
 * `NO_ALTERNATIVE`; `RESPONSE` and `PARAM` of what is added.
 */
export function changeLog(
  commands: readonly Command[],
  change: Change,
  context: Context,
): Command[] {
  return changed(commands, change, context).toSorted(
    (a, b) => a.at - b.at || a.sequence - b.sequence,
  );
}

function changed(commands: readonly Command[], change: Change, context: Context): Command[] {
  switch (change.do) {
    case 'shift':
      return moved(commands, change.sequence, change.byMs, context);
    case 'at': {
      const head = commandOf(commands, change.sequence);
      return moved(commands, change.sequence, change.at - head.at, context);
    }
    case 'instead':
      return commands.map((each) =>
        each.sequence === commandOf(commands, change.sequence).sequence
          ? { ...each, body: alternative(each.body, change) }
          : each,
      );
    case 'never': {
      const gone = withIt(commands, commandOf(commands, change.sequence));
      return commands.filter((each) => !gone.has(each.sequence));
    }
    case 'add':
      return added(commands, change, context);
    case 'team':
      return withoutTeam(commands, beginOf(context.scenario));
    case 'several':
      return change.changes.reduce<readonly Command[]>(
        (log, each) => changed(log, each, context),
        commands,
      ) as Command[];
  }
}

/** What is left of a log when another team plays: what came before it, and the facilitator's hand. */
export function withoutTeam(commands: readonly Command[], begin: SimTime): Command[] {
  return commands.filter(({ at, body }) => at < begin || body.do === 'inject');
}

function commandOf(commands: readonly Command[], sequence: number): Command {
  const command = commands.find((each) => each.sequence === sequence);
  if (!command)
    throw badInput(
      'NO_SUCH_COMMAND',
      `the log has no command ${sequence}`,
      'what if',
      'choose one of the decisions that are offered',
    );
  return command;
}

function moved(
  commands: readonly Command[],
  sequence: number,
  byMs: number,
  context: Context,
): Command[] {
  const head = commandOf(commands, sequence);
  const at = timeOf(head.at + byMs, context);
  const along = withIt(commands, head);
  return commands.map((each) =>
    along.has(each.sequence) ? { ...each, at: each.at + at - head.at } : each,
  );
}

/** A whole tick within the time that can be changed. */
function timeOf(asked: SimTime, { scenario, until }: Context): SimTime {
  const at = Math.floor(asked / TICK_MS) * TICK_MS;
  const begin = beginOf(scenario);
  const shown = (time: SimTime) => toIso(scenario.calendar, time);
  if (at < begin)
    throw badInput(
      'BEFORE_START',
      `nobody could act at ${shown(at)}`,
      'what if',
      `choose a time from ${shown(begin)} on: the exercise began then`,
    );
  if (at >= until)
    throw badInput(
      'AFTER_END',
      `the run does not reach ${shown(at)}`,
      'what if',
      `choose a time before ${shown(until)}`,
    );
  return at;
}

/** A command and all that depends on it, by sequence number. */
export function withIt(commands: readonly Command[], { sequence, body }: Command): Set<number> {
  const along = commands.filter(
    (each) => each.sequence > sequence && dependsOn(each.body, sequence, body),
  );
  return new Set([sequence, ...along.map((each) => each.sequence)]);
}

function dependsOn(body: CommandBody, sequence: number, head: CommandBody): boolean {
  switch (body.do) {
    case 'agree':
    case 'object':
      return body.proposal === sequence;
    case 'withdraw':
      return body.sequence === sequence;
    case 'read':
    case 'answer':
    case 'hint':
      return (
        head.do === 'inject' &&
        (head.act === 'send' || head.act === 'new') &&
        head.inject === body.inject
      );
    default:
      return false;
  }
}

/** A command with what would have been otherwise about it. Errors: `NO_ALTERNATIVE`. */
export function alternative(body: CommandBody, change: Of<'instead'>): CommandBody {
  const { option, params } = change;
  if (body.do === 'answer' && option !== undefined) return { ...body, option };
  if (body.do === 'respond' && params) return { ...body, params: { ...body.params, ...params } };
  if (body.do === 'propose') {
    const { act } = body;
    if (act.do === 'decide' && option !== undefined) return { ...body, act: { ...act, option } };
    if (act.do === 'respond' && params)
      return { ...body, act: { ...act, params: { ...act.params, ...params } } };
  }
  throw badInput(
    'NO_ALTERNATIVE',
    `command ${change.sequence} has no such choice`,
    'what if',
    'move it, or leave it out',
  );
}

function added(commands: readonly Command[], change: Of<'add'>, context: Context): Command[] {
  const { response, params } = change;
  responseById(response);
  checkParams(response, params);
  const sequence = commands.reduce((most, each) => Math.max(most, each.sequence), 0) + 1;
  const body = { do: 'respond' as const, response, params };
  return [...commands, { sequence, at: timeOf(change.at, context), ...WHAT_IF, body }];
}
