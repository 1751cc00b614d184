import { MINUTE_MS } from '@dwell/core';
import { DECISIONS, paramComplaints } from '../../scenario/actions.ts';
import { didYouMean } from '../../scenario/closest.ts';
import { REACTION_MS } from '../../scenario/reaction.ts';
import { RESPONSE_PARAMS } from '../../scenario/response-params.ts';
import type { Condition, ExerciseInject } from '../types.ts';
import type { InjectFile } from './exercise-schema.ts';
import type { Reader } from './reader.ts';
import { resolveCondition } from './resolve-condition.ts';
import { resolveEffects, resolveOptions } from './resolve-options.ts';

type Path = readonly PropertyKey[];

/** Acts of bots that are neither a response nor a step of playbooks; the host knows them. */
const BOT_ACTS = ['decide', 'record', 'issue'];

/** An inject with its times resolved, what it names checked, and what it leaves out filled in. */
export function resolveInject(file: InjectFile, path: Path, reader: Reader): ExerciseInject {
  const { moments, names, list } = reader;
  const { id, channel, from, subject, body, wanted, ifMissed } = file;
  const options = resolveOptions(file.options ?? [], [...path, 'options'], reader);
  (file.objectives ?? []).forEach((name, i) => {
    names.check('objective', name, [...path, 'objectives', i]);
  });
  if (file.bot) checkBot(file, path, reader);
  const met = metOf(file, path, reader);
  if (wanted && met === null)
    list.add(path, `"${id}" can never be met`, 'give it options, or say when it is met');
  if ((file.within || file.missed) && met === null)
    list.add(path, `"${id}" is missed whatever is done`, 'give it options or met, or take it out');
  if (file.missed && !file.within)
    list.add([...path, 'missed'], `"${id}" is never missed`, 'say within how long');
  return {
    id,
    to: [file.to].flat(),
    channel,
    from,
    subject,
    body,
    trigger: triggerOf(file, path, reader),
    ...(wanted && { wanted }),
    options,
    met,
    within: file.within === undefined ? null : moments.duration(file.within, [...path, 'within']),
    missed: resolveEffects(file.missed ?? [], [...path, 'missed'], reader),
    ...(ifMissed && { ifMissed }),
    hints: file.hints ?? [],
    objectives: file.objectives ?? [],
    ...(file.aware !== undefined && { aware: file.aware }),
    matters: file.matters ?? wanted !== undefined,
    ...(file.bot && { bot: botOf(file, path, reader) }),
  };
}

function triggerOf(file: InjectFile, path: Path, reader: Reader): ExerciseInject['trigger'] {
  const { at, trigger, pocket } = file;
  const ways = [at, trigger, pocket].filter((way) => way !== undefined && way !== false);
  if (ways.length > 1)
    reader.list.add(path, `"${file.id}" comes in two ways`, 'keep one of at, trigger, pocket');
  if (at !== undefined) {
    return { when: { at: reader.moments.moment(at, [...path, 'at']) }, after: 0 };
  }
  if (!trigger) return null;
  const { when, after } = trigger;
  const where = [...path, 'trigger'];
  return {
    when: resolveCondition(when, [...where, 'when'], reader),
    after: after === undefined ? 0 : reader.moments.duration(after, [...where, 'after']),
  };
}

function metOf(file: InjectFile, path: Path, reader: Reader): Condition | null {
  if (file.met) return resolveCondition(file.met, [...path, 'met'], reader);
  return file.options && file.options.length > 0 ? { answer: file.id } : null;
}

function botOf(file: InjectFile, path: Path, reader: Reader): NonNullable<ExerciseInject['bot']> {
  const { option, text, after, act } = file.bot!;
  const role = [file.to].flat()[0]!;
  return {
    ...(option !== undefined && { option }),
    ...(text && { text }),
    afterMs:
      after === undefined
        ? Math.max(REACTION_MS[role], MINUTE_MS)
        : reader.moments.duration(after, [...path, 'bot', 'after']),
    ...(act && { act: { do: act.do, ...(act.with && { with: act.with }) } }),
  };
}

function checkBot(file: InjectFile, path: Path, { names, list }: Reader): void {
  const { option, act } = file.bot!;
  const where = [...path, 'bot'];
  if (option !== undefined) {
    const known = (file.options ?? []).map((each) => each.id);
    if (!known.includes(option))
      list.add([...where, 'option'], `no option "${option}"`, didYouMean(option, known));
  }
  if (!act) return;
  const acts = { ...RESPONSE_PARAMS, ...DECISIONS };
  if (act.do === 'decide') {
    const { decision = '', option: choice = '' } = act.with ?? {};
    names.check('decision', String(decision), [...where, 'act'], String(choice));
  } else if (Object.hasOwn(acts, act.do)) {
    for (const { what, todo } of paramComplaints(act.with ?? {}, acts[act.do]!))
      list.add([...where, 'act'], `${act.do}: ${what}`, todo);
  } else if (!BOT_ACTS.includes(act.do)) {
    const hint = didYouMean(act.do, [...Object.keys(acts), ...BOT_ACTS]);
    list.add([...where, 'act'], `no act "${act.do}"`, hint);
  }
}
