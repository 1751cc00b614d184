import { TICK_MS, type SimTime } from '@dwell/core';
import type { Condition } from '../exercise/types.ts';
import { plannedInject } from '../exercise/world/injects.ts';
import type { ExerciseState } from '../exercise/world/state.ts';
import type { Command, CommandBody } from '../run/command.ts';
import type { Scenario } from '../scenario/types.ts';
import { RESPONSE_PARAMS } from '../scenario/response-params.ts';
import type { BaseRun } from './base-run.ts';
import { alternative } from './change-log.ts';
import { commandMoment } from './moments/command-moments.ts';
import type { Titles } from './moments/titles.ts';
import { titleOfCommand, titlesOf } from './run-titles.ts';
import type { WhatIfOffer } from './types.ts';

/** Responses whose first choice could have been another; of all others it says what they are. */
const WITH_A_CHOICE = new Set(['rotate-key', 'rate-limit']);
/** Rules look on: nothing that they do not tell can come of them. */
const NOT_ASKED = new Set(['deploy-rule', 'retire-rule']);

/** The decisions of a run that can be asked about, in their order, with what could have been otherwise. */
export function offersOf(base: BaseRun): WhatIfOffer[] {
  const { scenario, commands, until } = base.logged;
  const { state } = base.lived.run.world;
  const titles = titlesOf(scenario, base.lived);
  return commands
    .filter((command) => isAsked(command, state.exercise))
    .map((command) => ({
      sequence: command.sequence,
      moment: commandMoment(command.sequence),
      at: command.at,
      title: titleOfCommand(command.body, titles),
      instead: alternatives(command, scenario, titles),
      from: Math.min(
        command.at,
        Math.max(base.begin, openedAt(command.body, scenario, state.exercise)),
      ),
      to: until - TICK_MS,
    }));
}

/** What somebody did to the world, and that took effect. */
function isAsked({ sequence, body }: Command, exercise: ExerciseState | null): boolean {
  switch (body.do) {
    case 'respond':
      return !NOT_ASKED.has(body.response);
    case 'declare':
    case 'file':
    case 'issue':
      return true;
    case 'answer':
      return body.option !== undefined;
    case 'propose': {
      if (body.act.do === 'respond' && NOT_ASKED.has(body.act.response)) return false;
      const proposal = exercise?.proposals.find((each) => each.sequence === sequence);
      return proposal !== undefined && proposal.effectiveAt !== null;
    }
    default:
      return false;
  }
}

function alternatives(
  { sequence, body }: Command,
  scenario: Scenario,
  titles: Titles,
): WhatIfOffer['instead'] {
  const act = body.do === 'propose' ? body.act : body;
  const other = (choice: { option: string } | { params: Record<string, string> }) => {
    const changed = alternative(body, { do: 'instead', sequence, ...choice });
    return { ...choice, title: titleOfCommand(changed, titles) };
  };
  if (act.do === 'answer') {
    const options = plannedInject(scenario, act.inject)?.options ?? [];
    return options.filter(({ id }) => id !== act.option).map(({ id }) => other({ option: id }));
  }
  if (act.do === 'decide') {
    const decision = scenario.exercise?.decisions.find(({ id }) => id === act.decision);
    const options = decision?.options ?? [];
    return options.filter(({ id }) => id !== act.option).map(({ id }) => other({ option: id }));
  }
  if (act.do !== 'respond' || !WITH_A_CHOICE.has(act.response)) return [];
  const [param] = RESPONSE_PARAMS[act.response] ?? [];
  const choices = (param?.choices ?? []).filter((value) => value !== act.params[param!.name]);
  return choices.map((value) => other({ params: { [param!.name]: value } }));
}

/** Since when it could have been done: an answer since it was asked for, a decision since it was open. */
function openedAt(
  body: CommandBody,
  { exercise: plan }: Scenario,
  state: ExerciseState | null,
): SimTime {
  const act = body.do === 'propose' ? body.act : body;
  if (!state) return 0;
  if (act.do === 'answer') return state.injects[act.inject]?.sentAt ?? 0;
  if (act.do !== 'decide') return 0;
  const open = plan?.decisions.find(({ id }) => id === act.decision)?.open;
  return open ? cameTrue(open, state) : 0;
}

/** When a condition came true, as far as time, injects and decisions tell. */
function cameTrue(condition: Condition, state: ExerciseState): SimTime {
  if ('at' in condition) return condition.at;
  if ('all' in condition) return Math.max(0, ...condition.all.map((each) => cameTrue(each, state)));
  if ('any' in condition)
    return Math.min(Infinity, ...condition.any.map((each) => cameTrue(each, state)));
  if ('inject' in condition) return state.injects[condition.inject]?.[`${condition.is}At`] ?? 0;
  if ('decision' in condition) return state.decisions[condition.decision]?.at ?? 0;
  return 0;
}
