import { badInput, type DwellError } from '@dwell/core';
import type { CommandRequest, ExerciseBody, ProposedAct } from '../../run/command.ts';
import type { WorldApi } from '../../world/world-api.ts';
import type { RecordEntry } from '../types.ts';
import { holds } from './conditions.ts';
import { checkControl } from './check-control.ts';
import { exerciseOf, plannedInject, under } from './injects.ts';
import { isSomebodyElse } from './proposals.ts';
import type { InjectState } from './state.ts';

/** Throws why an act cannot be done as the world stands. */
export type CheckAct = (act: ProposedAct) => void;

type Of<Do extends ExerciseBody['do']> = Extract<ExerciseBody, { do: Do }>;

/**
 * Checks a command of an exercise against the world as it stands. Errors (exit 2): `NO_EXERCISE`,
 * `NO_SUCH_INJECT`, `NOT_SENT`, `WITHDRAWN`, `OPTION`, `EMPTY`, `PROPOSAL`, `OWN_PROPOSAL`, `HINT`,
 * `INTERVAL`, `DECISION`, `NOT_OPEN`, `ALREADY_…`, those of the facilitator's hand (`checkControl`)
 * and of the act that is proposed.
 */
export function checkExercise(
  world: WorldApi,
  request: CommandRequest & { body: ExerciseBody },
  checkAct: CheckAct,
): void {
  const { body } = request;
  if (!world.state.exercise)
    throw badInput(
      'NO_EXERCISE',
      'this run has no exercise',
      body.do,
      'do it in the run of an exercise',
    );
  if (body.do === 'read') checkRead(world, request, body);
  else if (body.do === 'answer') checkAnswer(world, body);
  else if (body.do === 'propose') checkAct(body.act);
  else if (body.do === 'agree' || body.do === 'object') checkVoice(world, request, body, checkAct);
  else if (body.do === 'hint') checkHint(world, body);
  else if (body.do === 'inject') checkControl(world, body);
  else if (body.do === 'record') checkEntry(body.entry);
}

/** The inject, sent and not taken back. */
function openInject(world: WorldApi, id: string): InjectState {
  const state = under(exerciseOf(world).injects, id);
  if (!state || state.sentAt === null)
    throw state
      ? badInput('NOT_SENT', `inject ${id} has not been sent`, id, 'wait until it has')
      : noSuchInject(id);
  if (state.withdrawnAt !== null)
    throw badInput('WITHDRAWN', `inject ${id} was withdrawn`, id, 'leave it');
  return state;
}

/** The error of a name that no inject has. */
export function noSuchInject(id: string): DwellError {
  return badInput('NO_SUCH_INJECT', `there is no inject ${id}`, id, 'name one of the exercise');
}

function checkRead(world: WorldApi, { by, role }: CommandRequest, { inject }: Of<'read'>): void {
  const { readBy } = openInject(world, inject);
  if (readBy.some((each) => each.by === by && each.role === role))
    throw badInput('ALREADY_READ', `${inject} was read already`, inject, 'nothing is left to do');
}

function checkAnswer(world: WorldApi, { inject: id, option, text }: Of<'answer'>): void {
  const state = openInject(world, id);
  if (option === undefined && (text ?? '').trim() === '')
    throw badInput('EMPTY', 'the answer says nothing', id, 'choose an option, or write words');
  if (option === undefined) return;
  const options = plannedInject(world.scenario, id)?.options ?? [];
  if (!options.some((each) => each.id === option))
    throw badInput(
      'OPTION',
      `inject ${id} has no option ${option}`,
      id,
      options.length === 0
        ? 'answer it in words'
        : `choose one of ${options.map((each) => each.id).join(', ')}`,
    );
  if (state.option !== null)
    throw badInput(
      'ALREADY_ANSWERED',
      `${id} was answered with ${state.option}`,
      id,
      'an option is chosen once; add words if something changed',
    );
}

function checkVoice(
  world: WorldApi,
  request: CommandRequest,
  { do: kind, proposal: sequence }: Of<'agree' | 'object'>,
  checkAct: CheckAct,
): void {
  const proposal = exerciseOf(world).proposals.find((each) => each.sequence === sequence);
  const where = `proposal ${sequence}`;
  if (!proposal)
    throw badInput('PROPOSAL', `there is no proposal ${sequence}`, where, 'name one that was made');
  if (kind === 'agree' && !isSomebodyElse(proposal, request))
    throw badInput('OWN_PROPOSAL', 'it is your own proposal', where, 'somebody else must agree');
  const voices = kind === 'agree' ? proposal.agreed : proposal.objected;
  if (voices.some((voice) => voice.by === request.by && voice.role === request.role))
    throw badInput(
      kind === 'agree' ? 'ALREADY_AGREED' : 'ALREADY_OBJECTED',
      'you have said so already',
      where,
      'nothing is left to do',
    );
  if (proposal.failed !== null)
    throw badInput('PROPOSAL', `it failed: ${proposal.failed}`, where, 'propose it anew');
  const settles =
    kind === 'agree' && proposal.effectiveAt === null && proposal.needs.includes(request.role);
  if (settles) checkAct(proposal.act);
}

function checkEntry(entry: RecordEntry): void {
  if (entry.kind !== 'estimate') return;
  const { low, high, confidence } = entry;
  if (!(low >= 0 && low <= high && confidence >= 0 && confidence <= 100))
    throw badInput(
      'INTERVAL',
      'it is no interval of accounts with a confidence',
      `${low} to ${high}, ${confidence} %`,
      'write the lower bound first, and a confidence between 0 and 100',
    );
}

function checkHint(world: WorldApi, { inject: id, hint }: Of<'hint'>): void {
  const { hints } = openInject(world, id);
  const offered = plannedInject(world.scenario, id)?.hints.length ?? 0;
  if (hint < hints)
    throw badInput('ALREADY_TAKEN', `hint ${hint} was taken`, id, 'read it where it stands');
  if (hint !== hints || hint >= offered)
    throw badInput('HINT', `${id} has no hint ${hint} to give now`, id, 'take them in order');
}

/** Errors of a decision: `DECISION`, `OPTION`, `NOT_OPEN`, `ALREADY_DECIDED`. */
export function checkDecision(
  world: WorldApi,
  { decision, option }: Extract<ProposedAct, { do: 'decide' }>,
): void {
  const plan = world.scenario.exercise?.decisions.find((each) => each.id === decision);
  if (!plan)
    throw badInput(
      'DECISION',
      `there is no decision ${decision}`,
      decision,
      'name one of the plan',
    );
  if (!plan.options.some((each) => each.id === option))
    throw badInput(
      'OPTION',
      `decision ${decision} has no option ${option}`,
      decision,
      `choose one of ${plan.options.map((each) => each.id).join(', ')}`,
    );
  const taken = under(exerciseOf(world).decisions, decision);
  if (taken)
    throw badInput(
      'ALREADY_DECIDED',
      `it was decided: ${taken.option}`,
      decision,
      'a decision is taken once',
    );
  if (plan.open && !holds(world, plan.open))
    throw badInput('NOT_OPEN', `${decision} cannot be decided yet`, decision, 'wait until it can');
}

/** Is a decision open to be taken now? */
export function isOpen(world: WorldApi, decision: string): boolean {
  const plan = world.scenario.exercise?.decisions.find((each) => each.id === decision);
  if (!plan || under(exerciseOf(world).decisions, decision)) return false;
  return plan.open === null || holds(world, plan.open);
}
