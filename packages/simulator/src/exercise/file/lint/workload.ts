import type { SimTime } from '@dwell/core';
import type { Role } from '../../../scenario/roles.ts';
import type { ExerciseInject, ExercisePlan } from '../../types.ts';
import { programmeMinute } from '../programme-time.ts';
import type { Linted } from './lint-exercise.ts';
import { schedule, timeOf } from './schedule.ts';

/** Longest stretch, in minutes of the programme, that a role may be left without anything to do. */
const IDLE_MINUTES = 15;
/** At most one task in so many minutes for a role. */
const APART_MINUTES = 3;
const OPEN_LIMIT = 3;
/** How long a task without a limit counts as open. */
const OPEN_MINUTES = 10;

type Task = { inject: ExerciseInject; from: number; to: number };

/** Is there for every role something to do, and never too much at once? Of programmes by the minute. */
export function checkWorkload(linted: Linted): void {
  const { plan } = linted;
  if (plan.mode !== 'crisis') return;
  const times = schedule(plan);
  for (const { role } of plan.cards) {
    const tasks = tasksOf(plan, role, times);
    checkIdle(role, [...tasks.map((task) => task.from), ...decisionsOf(plan, role, times)], linted);
    checkDensity(role, tasks, linted);
  }
}

function tasksOf(plan: ExercisePlan, role: Role, times: ReadonlyMap<string, SimTime>): Task[] {
  return plan.injects
    .filter((inject) => inject.to.includes(role) && inject.met !== null)
    .flatMap((inject) => {
      const at = times.get(inject.id);
      const from = at === undefined ? null : programmeMinute(plan.phases, at);
      if (at === undefined || from === null) return [];
      const end = inject.within === null ? null : programmeMinute(plan.phases, at + inject.within);
      return [{ inject, from, to: end ?? from + OPEN_MINUTES }];
    })
    .sort((x, y) => x.from - y.from);
}

/** Minutes at which decisions open that the role may take or must agree to. */
function decisionsOf(
  plan: ExercisePlan,
  role: Role,
  times: ReadonlyMap<string, SimTime>,
): number[] {
  return plan.decisions
    .filter(({ roles, approvers }) => roles.includes(role) || approvers.includes(role))
    .flatMap(({ open }) => {
      const at = open && timeOf(open, (id, is) => (is === 'sent' ? (times.get(id) ?? null) : null));
      return (at === null ? null : programmeMinute(plan.phases, at)) ?? [];
    });
}

function checkIdle(role: Role, minutes: readonly number[], { file, plan, list }: Linted): void {
  const moving = plan.phases.filter((phase) => phase.sim !== null);
  const [start, end] = [moving[0]?.minutes.from ?? 0, moving.at(-1)?.minutes.to ?? 0];
  const order = [...minutes].sort((x, y) => x - y);
  const path = ['cards', (file.cards ?? []).findIndex((card) => card.role === role)];
  let before = start;
  for (const minute of [...order, end]) {
    if (minute - before > IDLE_MINUTES) {
      const what = `${role} has nothing to do from m${Math.round(before)} to m${Math.round(minute)}`;
      list.add(path, what, 'give the role an inject or a decision in between', {
        code: 'EXERCISE_IDLE',
        severity: 'warning',
      });
    }
    before = minute;
  }
}

function checkDensity(role: Role, tasks: readonly Task[], { file, list }: Linted): void {
  const add = (task: Task, what: string, todo: string) => {
    const i = (file.injects ?? []).findIndex((each) => each.id === task.inject.id);
    list.add(['injects', i], what, todo, { code: 'EXERCISE_CROWDED', severity: 'warning' });
  };
  tasks.forEach((task, i) => {
    const last = tasks[i - 1];
    if (last && task.from - last.from < APART_MINUTES) {
      const what = `${role} gets "${task.inject.id}" within ${APART_MINUTES} minutes of "${last.inject.id}"`;
      add(task, what, 'move one of them');
    }
    const open = tasks.slice(0, i).filter((each) => each.to > task.from);
    if (open.length >= OPEN_LIMIT) {
      const names = open.map((each) => each.inject.id).join(', ');
      add(task, `${role} has ${names} open when "${task.inject.id}" comes`, 'shorten their within');
    }
  });
}
