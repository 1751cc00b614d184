import type { ParamSpec } from '../response/types.ts';
import { REGULATOR_RULES } from './regulator-rules.ts';

/** What a playbook step may do besides the responses of the catalogue. */
export const DECISIONS: { readonly [id: string]: readonly ParamSpec[] } = {
  declare: [
    {
      name: 'severity',
      kind: 'choice',
      choices: ['low', 'medium', 'high', 'critical'],
      required: true,
    },
    { name: 'note', kind: 'text' },
  ],
  verdict: [
    { name: 'alert', kind: 'text', required: true },
    {
      name: 'verdict',
      kind: 'choice',
      choices: ['true', 'false', 'benign', 'none'],
      required: true,
    },
    { name: 'note', kind: 'text' },
  ],
  file: [
    { name: 'rule', kind: 'choice', choices: REGULATOR_RULES, required: true },
    { name: 'note', kind: 'text' },
  ],
  withdraw: [{ name: 'response', kind: 'text', required: true }],
};

export type ParamComplaint = { name: string; unknown: boolean; what: string; todo: string };

/** What is wrong with a step's parameters, one sentence each, with the parameter it is about. */
export function paramComplaints(
  params: { readonly [name: string]: string | number },
  specs: readonly ParamSpec[],
): ParamComplaint[] {
  const complaints: ParamComplaint[] = [];
  for (const [name, value] of Object.entries(params)) {
    const spec = specs.find((each) => each.name === name);
    if (!spec) {
      const todo = `known here: ${specs.map((each) => each.name).join(', ') || 'none'}`;
      complaints.push({ name, unknown: true, what: `unknown parameter "${name}"`, todo });
      continue;
    }
    const todo = valueComplaint(spec, value);
    if (todo)
      complaints.push({
        name,
        unknown: false,
        what: `"${name}" is not valid (it is ${JSON.stringify(value)})`,
        todo,
      });
  }
  for (const spec of specs) {
    if (spec.required && !Object.hasOwn(params, spec.name) && spec.default === undefined) {
      complaints.push({
        name: spec.name,
        unknown: false,
        what: `"${spec.name}" is missing`,
        todo: wanted(spec),
      });
    }
  }
  return complaints;
}

function valueComplaint(spec: ParamSpec, value: string | number): string | null {
  switch (spec.kind) {
    case 'choice':
      return spec.choices?.includes(String(value)) ? null : wanted(spec);
    case 'integer':
    case 'account': {
      const low = spec.min ?? (spec.kind === 'account' ? 1 : Number.MIN_SAFE_INTEGER);
      const fits =
        Number.isSafeInteger(value) &&
        Number(value) >= low &&
        Number(value) <= (spec.max ?? Number.MAX_SAFE_INTEGER);
      return fits ? null : wanted(spec);
    }
    case 'address':
      return /^(\d{1,3}\.){3}\d{1,3}(\/\d{1,2})?$/.test(String(value)) ? null : wanted(spec);
    default:
      return typeof value === 'string' && value.length > 0 ? null : wanted(spec);
  }
}

function wanted(spec: ParamSpec): string {
  switch (spec.kind) {
    case 'choice':
      return `write one of ${(spec.choices ?? []).join(', ')}`;
    case 'integer':
      return `write a whole number${spec.min === undefined ? '' : ` from ${spec.min}`}${spec.max === undefined ? '' : ` to ${spec.max}`}`;
    case 'account':
      return 'write an account number';
    case 'address':
      return 'write an address or network such as 203.0.113.7 or 203.0.113.0/24';
    default:
      return 'write text';
  }
}
