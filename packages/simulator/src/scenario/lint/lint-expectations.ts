import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseEpoch } from '@dwell/core';
import { closest } from '../closest.ts';
import type { Problem } from '../problem.ts';
import { ExpectationsFile } from '../schema/expectations-schema.ts';
import { problemsOf } from '../schema/issues.ts';
import { knownKeys } from '../schema/known-keys.ts';
import { shippedNames } from '../shipped.ts';
import { type Located, partAt, plain } from '../yaml/located.ts';

const keysAt = knownKeys(ExpectationsFile);

/** Shape of an expectations file, and whether what it names exists (a warning if not). */
export function lintExpectations(root: Located, path: string): Problem[] {
  const checked = ExpectationsFile.safeParse(plain(root));
  if (!checked.success) return problemsOf(checked.error.issues, root, 'EXPECTATIONS', keysAt);
  const problems: Problem[] = [];
  const add = (at: PropertyKey[], severity: Problem['severity'], message: string, hint: string) =>
    problems.push({ ...partAt(root, at).place, code: 'EXPECTATIONS_SENSE', severity, message, hint });
  const { scenario, playbook, rules, expect } = checked.data;
  const near = (file: string) => existsSync(resolve(dirname(path), file));
  const isFile = (name: string) => /[\\/]|\.ya?ml$/i.test(name);
  const known = (name: string, kind: 'scenarios' | 'playbooks', key: string) => {
    const names = shippedNames(kind);
    if (isFile(name) ? near(name) : names.includes(name)) return;
    const guess = isFile(name) ? null : closest(name, names);
    add([key], 'warning', `no ${key} "${name}"`, guess ? `did you mean "${guess}"?` : `there is ${names.join(', ')}; paths are relative to this file`);
  };
  known(scenario, 'scenarios', 'scenario');
  if (playbook !== undefined) known(playbook, 'playbooks', 'playbook');
  if (!near(rules)) add(['rules'], 'warning', `no file or folder "${rules}"`, 'paths are relative to this file');
  expect.forEach((one, i) => {
    const { rule, exactly, at_least: least, at_most: most, first_alert_before: before, ...rest } = one;
    const says = [exactly, least, most, before, ...Object.values(rest)].some((value) => value !== undefined);
    if (!says) add(['expect', i], 'error', `nothing is expected of "${rule}"`, 'add exactly, at_least, at_most, first_alert_before, …');
    if (exactly !== undefined && (least !== undefined || most !== undefined)) {
      add(['expect', i, 'exactly'], 'error', 'exactly stands beside at_least or at_most', 'keep one of them');
    }
    if (least !== undefined && most !== undefined && least > most) {
      add(['expect', i, 'at_least'], 'error', 'at_least is above at_most', 'swap them');
    }
    if (before !== undefined) {
      try {
        parseEpoch(before, 0, 'first_alert_before');
      } catch {
        add(['expect', i, 'first_alert_before'], 'error', `"${before}" is not a date or time`, 'write 2025-04-15');
      }
    }
  });
  return problems;
}
