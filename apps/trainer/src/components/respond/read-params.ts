import type { ParamSpec, ResponseParams } from '@dwell/simulator/router';

/** What the fields start with: what was asked for by name (a choice only if there is one of it), defaults, or the first choice. */
export function firstValues(
  specs: readonly ParamSpec[],
  asked: (name: string) => string | null = () => null,
): Record<string, string> {
  return Object.fromEntries(
    specs.map((spec) => [
      spec.name,
      (spec.choices
        ? spec.choices.find((choice) => choice === asked(spec.name))
        : asked(spec.name)) ??
        String(spec.default ?? (spec.required ? spec.choices?.[0] : undefined) ?? ''),
    ]),
  );
}

/** Typed parameters from the fields' texts; null while a required one is missing or a number is none. */
export function readParams(
  specs: readonly ParamSpec[],
  values: Readonly<Record<string, string>>,
): ResponseParams | null {
  const params: Record<string, string | number> = {};
  for (const spec of specs) {
    const value = (values[spec.name] ?? '').trim();
    if (value === '') {
      if (spec.required) return null;
      continue;
    }
    if (spec.kind !== 'integer' && spec.kind !== 'account') {
      params[spec.name] = value;
      continue;
    }
    const number = Number(value.replaceAll(',', ''));
    const inRange = number >= (spec.min ?? 0) && number <= (spec.max ?? Number.MAX_SAFE_INTEGER);
    if (!Number.isInteger(number) || !inRange) return null;
    params[spec.name] = number;
  }
  return params;
}
