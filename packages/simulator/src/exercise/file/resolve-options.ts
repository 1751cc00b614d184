import type { Effect, InjectOption } from '../types.ts';
import type { EffectFile, OptionFile } from './exercise-schema.ts';
import type { Reader } from './reader.ts';

type Path = readonly PropertyKey[];

/** Options of an inject or a decision, with what each brings. */
export function resolveOptions(
  options: readonly OptionFile[],
  path: Path,
  reader: Reader,
): InjectOption[] {
  reader.names.uniqueOptions(options, path);
  return options.map(({ id, text, price, effects }, i) => ({
    id,
    text,
    ...(price && { price }),
    effects: resolveEffects(effects ?? [], [...path, i, 'effects'], reader),
  }));
}

/** Effects with their durations resolved and the injects they name checked. */
export function resolveEffects(
  effects: readonly EffectFile[],
  path: Path,
  reader: Reader,
): Effect[] {
  return effects.map((effect, i) => resolveEffect(effect, [...path, i], reader));
}

function resolveEffect(effect: EffectFile, path: Path, { moments, names }: Reader): Effect {
  if ('inject' in effect) names.check('inject', effect.inject, [...path, 'inject']);
  switch (effect.do) {
    case 'send': {
      const { after, ...rest } = effect;
      return after === undefined
        ? rest
        : { ...rest, after: moments.duration(after, [...path, 'after']) };
    }
    case 'postpone':
      return { ...effect, by: moments.duration(effect.by, [...path, 'by']) };
    case 'contacts':
      return { ...effect, for: moments.duration(effect.for, [...path, 'for']) };
    default:
      return effect;
  }
}
