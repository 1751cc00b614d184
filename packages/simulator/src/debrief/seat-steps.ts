import type { SimTime } from '@dwell/core';
import type { ExerciseInject, ExercisePlan } from '../exercise/types.ts';
import { botDeed } from '../host/exercises/bots/bot-deed.ts';
import type { CommandBody } from '../run/command.ts';
import type { PlaybookStep } from '../scenario/playbook.ts';
import { REACTION_MS } from '../scenario/reaction.ts';

/**
 * What bots in the seats of an exercise do with what reaches them, as steps of a playbook: they read it,
 * answer as the file says, and do what it asks for. `sent`: injects that are out already, and since when.
 */
export function seatSteps(
  { injects }: ExercisePlan,
  sent: ReadonlyMap<string, SimTime>,
): PlaybookStep[] {
  return injects.flatMap((inject) => stepsOf(inject, sent.get(inject.id)));
}

function stepsOf(inject: ExerciseInject, sentAt: SimTime | undefined): PlaybookStep[] {
  const { id, to, bot } = inject;
  const when = sentAt === undefined ? { inject: id } : { at: sentAt };
  const step = (as: PlaybookStep['as'], delayMs: number, body: CommandBody): PlaybookStep => ({
    ...{ when, delayMs, as, do: body.do, with: {}, repeat: false, body },
  });
  const reads = to.map((role) =>
    step(role, Math.min(REACTION_MS[role], bot?.afterMs ?? Infinity), { do: 'read', inject: id }),
  );
  const [role] = to;
  if (!bot || !role) return reads;
  return [...reads, ...answersOf(inject, role).map((body) => step(role, bot.afterMs, body))];
}

function answersOf({ id, bot }: ExerciseInject, role: PlaybookStep['as']): CommandBody[] {
  const { option, text, act } = bot!;
  const words = text?.en ?? '';
  const bodies: CommandBody[] = [];
  if (option !== undefined || words) {
    const said = { ...(option !== undefined && { option }), ...(words && { text: words }) };
    bodies.push({ do: 'answer', inject: id, ...said });
  }
  const deed = act && botDeed(act.do, act.with ?? {}, role, words);
  if (deed?.do === 'record') bodies.push({ do: 'record', entry: deed.entry });
  if (deed?.do === 'propose')
    bodies.push({ do: 'propose', act: deed.act, needs: [], reasons: deed.reasons });
  return bodies;
}
