import type { SimTime } from '@dwell/core';
import type { WorldApi } from '../../world/world-api.ts';
import type { AttackerState } from '../../world/state.ts';
import type { Condition } from '../types.ts';
import { exerciseOf, under } from './injects.ts';
import type { DocumentState, ExerciseState } from './state.ts';

/** Later than anything. */
export const NEVER: SimTime = Number.MAX_SAFE_INTEGER;

/** Does a condition hold in the world as it stands? */
export function holds(world: WorldApi, condition: Condition): boolean {
  if ('at' in condition) return world.now >= condition.at;
  if ('all' in condition) return condition.all.every((each) => holds(world, each));
  if ('any' in condition) return condition.any.some((each) => holds(world, each));
  if ('not' in condition) return !holds(world, condition.not);
  if ('attacker' in condition) return exerciseOf(world).attacker === condition.attacker;
  return saidOrDone(world, condition) || stands(exerciseOf(world), condition);
}

type Simple = Exclude<
  Condition,
  | { at: SimTime }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  | { attacker: string }
>;

/** Conditions on what the world itself keeps. */
function saidOrDone({ state }: WorldApi, condition: Simple): boolean {
  const { awareness, responses } = state;
  if ('declared' in condition) return awareness.declaredAt !== null;
  if ('filed' in condition) return under(awareness.filed, condition.filed) !== undefined;
  if ('verdict' in condition)
    return Object.values(awareness.verdicts).some(({ verdict }) => verdict === condition.verdict);
  if (!('response' in condition)) return false;
  const { param } = condition;
  return responses.some(
    (each) =>
      each.id === condition.response &&
      (condition.is === 'asked' || each.state === 'done') &&
      (!param || String(each.params[param.name]) === String(param.value)),
  );
}

/** Conditions on what the exercise keeps. */
function stands(exercise: ExerciseState, condition: Simple): boolean {
  if ('inject' in condition) {
    const inject = under(exercise.injects, condition.inject);
    return inject !== undefined && inject[`${condition.is}At`] !== null;
  }
  if ('answer' in condition) {
    const inject = under(exercise.injects, condition.answer);
    if (condition.option === undefined) return (inject?.answeredAt ?? null) !== null;
    return inject?.option === condition.option;
  }
  if ('decision' in condition) {
    const taken = under(exercise.decisions, condition.decision);
    return taken !== undefined && (condition.option ?? taken.option) === taken.option;
  }
  if ('document' in condition)
    return exercise.documents.some(
      (document) =>
        document.document.form === condition.document && found(document, condition.finding),
    );
  if (!('recorded' in condition)) return false;
  const { recorded, tag } = condition;
  return exercise.recorded[tag === undefined ? recorded : `${recorded}:${tag}`] !== undefined;
}

/** A finding is named by its code, or by the first part of it: `missing` is any that begin so. */
function found({ findings }: DocumentState, finding: string | undefined): boolean {
  if (finding === undefined) return true;
  return findings.some((code) => code === finding || code.startsWith(`${finding}.`));
}

/** The next time after `now` that a condition speaks of; `NEVER` when there is none. */
export function nextTime(condition: Condition, now: SimTime): SimTime {
  if ('at' in condition) return condition.at > now ? condition.at : NEVER;
  if ('all' in condition) return earliest(condition.all, now);
  if ('any' in condition) return earliest(condition.any, now);
  return 'not' in condition ? nextTime(condition.not, now) : NEVER;
}

function earliest(conditions: readonly Condition[], now: SimTime): SimTime {
  return conditions.reduce((least, each) => Math.min(least, nextTime(each, now)), NEVER);
}

/** What conditions see of the attacker: `active` while he works and something opens, `shut-out` when nothing does. */
export function attackerSeen({ mode, closedAt }: AttackerState): ExerciseState['attacker'] {
  if (closedAt !== null) return 'shut-out';
  return mode === 'testing' || mode === 'crawling' ? 'active' : 'idle';
}
