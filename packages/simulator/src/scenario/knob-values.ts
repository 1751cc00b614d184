import { badInput } from '@dwell/core';
import { didYouMean } from './closest.ts';
import { KNOBS, type KnobName, type Knobs, type KnobSpec } from './knobs.ts';

/** What is wrong with a knob's value, or null. */
export function knobComplaint(name: string, value: number): { what: string; todo: string } | null {
  const spec: KnobSpec | undefined = Object.hasOwn(KNOBS, name)
    ? KNOBS[name as KnobName]
    : undefined;
  if (!spec) {
    const names = Object.keys(KNOBS);
    const family = names.filter((each) => each.split('.')[0] === name.split('.')[0]);
    return {
      what: `no knob "${name.slice(0, 80)}"`,
      todo: didYouMean(name, family.length > 0 ? family : names),
    };
  }
  const range = `write a whole number from ${spec.min} to ${spec.max} (${spec.unit}; default ${spec.value})`;
  if (!Number.isSafeInteger(value)) return { what: `${name} is not a whole number`, todo: range };
  if (value < spec.min || value > spec.max)
    return { what: `${name} = ${value} is out of range`, todo: range };
  return null;
}

/**
 * Knobs with overrides laid on, values as numbers or decimal texts. Errors: `KNOB` for an unknown
 * name, a fraction or a value out of range.
 */
export function withOverrides(
  base: Knobs,
  overrides: { readonly [name: string]: number | string },
  where: string,
): Knobs {
  const result: Record<string, number> = { ...base };
  for (const [name, raw] of Object.entries(overrides)) {
    const value =
      typeof raw === 'number' ? raw : /^-?\d{1,16}$/.test(raw.trim()) ? Number(raw) : Number.NaN;
    const complaint = knobComplaint(name, value);
    if (complaint) throw badInput('KNOB', complaint.what, where, complaint.todo);
    result[name] = value;
  }
  return result as Knobs;
}
