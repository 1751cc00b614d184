import type { ExpectationsFile } from './schema/expectations-schema.ts';

/** A complaint about an expectation; `at` leads to its place from `expect` on. */
type Complaint = { at: PropertyKey[]; what: string; todo: string };

type Expected = ExpectationsFile['expect'][number];

/** What no schema can say: expectations that expect nothing, or what cannot be. */
export function expectationComplaints(expect: readonly Expected[]): Complaint[] {
  return expect.flatMap((one, i) =>
    complaints(one).map(({ at, ...rest }) => ({ at: [i, ...at], ...rest })),
  );
}

function complaints(one: Expected): Complaint[] {
  const { exactly, at_least: least, at_most: most } = one;
  const found: Complaint[] = [];
  const add = (at: PropertyKey[], what: string, todo: string) => found.push({ at, what, todo });
  const says = Object.entries(one).some(([key, value]) => key !== 'rule' && value !== undefined);
  if (!says)
    add([], `nothing is expected of "${one.rule}"`, 'add exactly, at_least, first_alert_before, …');
  if (exactly !== undefined && (least !== undefined || most !== undefined))
    add(['exactly'], 'exactly stands beside at_least or at_most', 'keep one of them');
  if (least !== undefined && most !== undefined && least > most)
    add(['at_least'], 'at_least is above at_most', 'swap them');
  const silent = exactly === 0 || most === 0;
  for (const key of ['first_alert_before', 'min_precision'] as const) {
    if (silent && one[key] !== undefined)
      add([key], `${key} asks for an alert where none may come`, 'keep one of them');
  }
  return found;
}
