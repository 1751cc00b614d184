import { badInput, dateOfDay, dayOf, type Calendar, type SimTime } from '@dwell/core';
import { type Problem, throwFirst } from '../../scenario/problem.ts';
import { problemsOf } from '../../scenario/schema/issues.ts';
import { knownKeys } from '../../scenario/schema/known-keys.ts';
import { readSource, shippedNames, type SourceText } from '../../scenario/shipped.ts';
import { partAt, plain } from '../../scenario/yaml/located.ts';
import { parseYaml } from '../../scenario/yaml/parse.ts';
import { FORMS } from '../documents/forms.ts';
import { JurisdictionFile } from './jurisdiction-schema.ts';
import type { Jurisdiction } from './types.ts';

const keysAt = knownKeys(JurisdictionFile);
const shipped = new Map<string, Jurisdiction>();

/** Names of the jurisdictions that come with the package. */
export function shippedJurisdictions(): string[] {
  return shippedNames('jurisdictions');
}

/**
 * A shipped jurisdiction by name, or one of a YAML file by path. Errors (exit 2): `NO_SUCH`, `FILE`,
 * or the first problem of the file with its place.
 */
export function loadJurisdiction(nameOrPath: string): Jurisdiction {
  const known = shipped.get(nameOrPath);
  if (known) return known;
  const source = readSource(nameOrPath, 'jurisdictions', 'jurisdiction');
  const { jurisdiction, problems } = readJurisdiction(source);
  throwFirst(problems);
  if (shippedJurisdictions().includes(nameOrPath)) shipped.set(nameOrPath, jurisdiction!);
  return jurisdiction!;
}

/**
 * The jurisdictions named, each as it is in force on the local day of a simulated time: `kr` is read
 * as `kr-2026` from its first day on. Errors: as `loadJurisdiction`, and `NOT_IN_FORCE`.
 */
export function jurisdictionsAt(
  names: readonly string[],
  calendar: Calendar,
  at: SimTime,
): Jurisdiction[] {
  const day = dateOfDay(calendar, dayOf(calendar, at));
  const found = names.map((name) => inForce(loadJurisdiction(name), day));
  return found.filter((each, index) => found.findIndex(({ name }) => name === each.name) === index);
}

/** The shipped jurisdictions in force on the local day of a simulated time: what can be chosen. */
export function jurisdictionsInForce(calendar: Calendar, at: SimTime): Jurisdiction[] {
  const day = dateOfDay(calendar, dayOf(calendar, at));
  return shippedJurisdictions()
    .map(loadJurisdiction)
    .filter((each) => holds(each, day));
}

const holds = ({ valid }: Jurisdiction, day: string) =>
  valid.from <= day && (valid.to === undefined || day < valid.to);

function inForce(named: Jurisdiction, day: string): Jurisdiction {
  if (holds(named, day)) return named;
  const ids = new Set(named.rules.map(({ id }) => id));
  const other = shippedJurisdictions()
    .map(loadJurisdiction)
    .find(
      (each) =>
        each.country === named.country &&
        holds(each, day) &&
        each.rules.some(({ id }) => ids.has(id)),
    );
  if (other) return other;
  throw badInput(
    'NOT_IN_FORCE',
    `${named.name} is not in force on ${day}`,
    named.name,
    'take it out, or name a file that is',
  );
}

/** Reads a jurisdiction's text to the end and gathers every problem. */
export function readJurisdiction(source: SourceText): {
  jurisdiction: Jurisdiction | null;
  problems: Problem[];
} {
  const { root, problems } = parseYaml(source.text, source.file);
  if (!root || problems.length > 0) return { jurisdiction: null, problems };
  const checked = JurisdictionFile.safeParse(plain(root));
  if (!checked.success) {
    const found = problemsOf(checked.error.issues, root, 'JURISDICTION', keysAt);
    return { jurisdiction: null, problems: found };
  }
  const senseless = senseOf(checked.data).map(({ path, message, hint }): Problem => ({
    ...partAt(root, path).place,
    code: 'JURISDICTION_SENSE',
    severity: 'error',
    message,
    hint,
  }));
  if (senseless.length > 0) return { jurisdiction: null, problems: senseless };
  return { jurisdiction: resolve(checked.data), problems: [] };
}

type Nonsense = { path: PropertyKey[]; message: string; hint: string };

function senseOf({ rules, valid }: JurisdictionFile): Nonsense[] {
  const found: Nonsense[] = [];
  if (valid.to !== undefined && valid.to <= valid.from)
    found.push({
      path: ['valid', 'to'],
      message: 'it ends before it begins',
      hint: `write a day after ${valid.from}`,
    });
  const ids = rules.map(({ id }) => id);
  const forms = FORMS.map(({ id }) => id);
  rules.forEach(({ id, starts, met }, index) => {
    const path = ['rules', index];
    if (ids.indexOf(id) < index)
      found.push({ path: [...path, 'id'], message: `two rules are "${id}"`, hint: 'rename one' });
    if (starts.at === 'filed' && (!ids.includes(starts.rule) || starts.rule === id))
      found.push({
        path: [...path, 'starts', 'rule'],
        message: `there is no other rule "${starts.rule}" in this file`,
        hint: `write one of ${ids.filter((each) => each !== id).join(', ')}`,
      });
    (met.forms ?? []).forEach((form, place) => {
      if (!forms.includes(form))
        found.push({
          path: [...path, 'met', 'forms', place],
          message: `there is no form "${form}"`,
          hint: `write one of ${forms.join(', ')}`,
        });
    });
  });
  return found;
}

function resolve(file: JurisdictionFile): Jurisdiction {
  const { name, country, title, valid, offset, holidays, notice, rules } = file;
  const [hours, minutes] = offset.slice(1).split(':').map(Number);
  const size = hours! * 60 + minutes!;
  const offsetMinutes = offset.startsWith('-') ? -size : size;
  const head = { name, country, title, valid, offsetMinutes, holidays: holidays ?? [], notice };
  // Without the keys that are not there: it is part of a run's scenario, and so of its hash.
  return JSON.parse(JSON.stringify({ ...head, rules })) as Jurisdiction;
}
