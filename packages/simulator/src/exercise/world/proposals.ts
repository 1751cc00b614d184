import { DwellError } from '@dwell/core';
import type { Command, ExerciseBody, ProposedAct } from '../../run/command.ts';
import type { WorldApi } from '../../world/world-api.ts';
import type { ApplyAct } from './apply.ts';
import { applyEffects } from './effects.ts';
import { exerciseOf, under } from './injects.ts';
import type { ProposalState, Voice } from './state.ts';

/** An act is proposed; where nobody has to agree it takes effect at once. */
export function propose(
  world: WorldApi,
  { sequence, by, role }: Command,
  { act, needs, reasons }: Extract<ExerciseBody, { do: 'propose' }>,
  applyAct: ApplyAct,
): void {
  const proposal: ProposalState = {
    sequence,
    at: world.now,
    by,
    role,
    act,
    needs: [...needs],
    reasons,
    agreed: [],
    objected: [],
    effectiveAt: null,
    failed: null,
  };
  exerciseOf(world).proposals.push(proposal);
  world.emit('proposal.made', 'shop', { act: nameOfAct(act), role, sequence });
  settle(world, proposal, applyAct);
}

/** Somebody agrees or objects. One word a person; a later one of the other kind stands beside it. */
export function hear(
  world: WorldApi,
  { sequence, by, role }: Command,
  body: Extract<ExerciseBody, { proposal: number }>,
  applyAct: ApplyAct,
): void {
  const proposal = exerciseOf(world).proposals.find((each) => each.sequence === body.proposal);
  if (!proposal) return;
  const voices = body.do === 'agree' ? proposal.agreed : proposal.objected;
  if (voices.some((voice) => voice.by === by && voice.role === role)) return;
  voices.push({ sequence, at: world.now, by, role, note: body.note ?? null });
  const kind = body.do === 'agree' ? 'proposal.agreed' : 'proposal.objected';
  world.emit(kind, 'shop', { proposal: proposal.sequence, role, sequence });
  settle(world, proposal, applyAct);
}

/**
 * Is a voice that of somebody else than who proposed? A person counts once whatever the seats; bots
 * are told apart by their seats.
 */
export function isSomebodyElse(
  proposal: Pick<ProposalState, 'by' | 'role'>,
  voice: Pick<Voice, 'by' | 'role'>,
): boolean {
  return voice.by !== proposal.by || (voice.by.startsWith('bot:') && voice.role !== proposal.role);
}

/** Does a proposal still wait? One second person in any of the roles named is enough. */
export function isWaiting(proposal: ProposalState): boolean {
  const { needs, agreed } = proposal;
  const seconds = agreed.filter((voice) => isSomebodyElse(proposal, voice));
  return needs.length > 0 && !seconds.some(({ role }) => needs.includes(role));
}

function settle(world: WorldApi, proposal: ProposalState, applyAct: ApplyAct): void {
  const { effectiveAt, failed, act, sequence, by, role } = proposal;
  if (effectiveAt !== null || failed !== null || isWaiting(proposal)) return;
  try {
    applyAct({ sequence, at: world.now, by, role, body: act });
    proposal.effectiveAt = world.now;
  } catch (error) {
    if (!(error instanceof DwellError) || error.exit !== 2) throw error;
    proposal.failed = error.code;
    world.emit('proposal.failed', 'shop', { proposal: sequence, code: error.code });
  }
}

/** A decision is taken: its option's effects follow. */
export function decide(
  world: WorldApi,
  sequence: number,
  { decision, option }: Extract<ProposedAct, { do: 'decide' }>,
): void {
  const exercise = exerciseOf(world);
  const plan = world.scenario.exercise!.decisions.find((each) => each.id === decision);
  const chosen = plan?.options.find((each) => each.id === option);
  if (!chosen || under(exercise.decisions, decision)) return;
  exercise.decisions[decision] = { option, at: world.now, sequence };
  world.emit('decision.taken', 'shop', { decision, option, sequence });
  applyEffects(world, chosen.effects, `decision:${decision}:${option}`);
}

/** What a proposed act is called where acts are listed: a response's, rule's, form's or decision's name. */
function nameOfAct(act: ProposedAct): string {
  if (act.do === 'respond') return act.response;
  if (act.do === 'file') return act.rule;
  if (act.do === 'issue') return act.document.form;
  return act.do === 'decide' ? act.decision : act.do;
}
