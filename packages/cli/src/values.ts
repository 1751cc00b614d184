import { badInput } from '@dwell/core';
import type { Values } from './command.ts';

/** Text of an option, or undefined. */
export function textOf(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

export function flagOf(values: Values, name: string): boolean {
  return values[name] === true;
}

export function listOf(values: Values, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value : [];
}

/** A whole number in a range. Errors: `USAGE`. */
export function integerOf(
  values: Values,
  name: string,
  fallback: number,
  min: number,
  max: number,
): number {
  const text = textOf(values, name);
  if (text === undefined) return fallback;
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) {
    throw badInput(
      'USAGE',
      `"${text.slice(0, 60)}" is not valid`,
      `--${name}`,
      `write a whole number from ${min} to ${max}`,
    );
  }
  return value;
}

/** One of a closed list. Errors: `USAGE`. */
export function choiceOf<T extends string>(
  values: Values,
  name: string,
  choices: readonly T[],
  fallback: T,
): T {
  const text = textOf(values, name);
  if (text === undefined) return fallback;
  const found = choices.find((choice) => choice === text);
  if (found === undefined) {
    throw badInput(
      'USAGE',
      `"${text.slice(0, 60)}" is not valid`,
      `--${name}`,
      `write ${choices.join(', ')}`,
    );
  }
  return found;
}

/** `NAME=VALUE` pairs. Errors: `USAGE`. */
export function pairsOf(values: Values, name: string): Record<string, string> {
  const pairs: [string, string][] = listOf(values, name).map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1)
      throw badInput(
        'USAGE',
        `"${pair.slice(0, 60)}" is not NAME=VALUE`,
        `--${name}`,
        'write --set attacker.sources=10000',
      );
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  return Object.fromEntries(pairs);
}
