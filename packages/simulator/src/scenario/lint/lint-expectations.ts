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

type Add = (
  at: PropertyKey[],
  severity: Problem['severity'],
  message: string,
  hint: string,
) => void;

/** Shape of an expectations file, and whether what it names exists (a warning if not). */
export function lintExpectations(root: Located, path: string): Problem[] {
  const checked = ExpectationsFile.safeParse(plain(root));
  if (!checked.success) return problemsOf(checked.error.issues, root, 'EXPECTATIONS', keysAt);
  const problems: Problem[] = [];
  const code = 'EXPECTATIONS_SENSE';
  const add: Add = (at, severity, message, hint) =>
    void problems.push({ ...partAt(root, at).place, code, severity, message, hint });
  checkNames(checked.data, dirname(path), add);
  checked.data.expect.forEach((one, i) => checkOne(one, ['expect', i], add));
  return problems;
}

function checkNames(file: ExpectationsFile, folder: string, add: Add): void {
  const near = (name: string) => existsSync(resolve(folder, name));
  const known = (name: string, kind: 'scenarios' | 'playbooks', key: string) => {
    const names = shippedNames(kind);
    const isFile = /[\\/]|\.ya?ml$/i.test(name);
    if (isFile ? near(name) : names.includes(name)) return;
    const guess = isFile ? null : closest(name, names);
    const list = `there is ${names.join(', ')}; paths are relative to this file`;
    add([key], 'warning', `no ${key} "${name}"`, guess ? `did you mean "${guess}"?` : list);
  };
  known(file.scenario, 'scenarios', 'scenario');
  if (file.playbook !== undefined) known(file.playbook, 'playbooks', 'playbook');
  if (near(file.rules)) return;
  add(['rules'], 'warning', `no file or folder "${file.rules}"`, 'paths are relative to this file');
}

function checkOne(one: ExpectationsFile['expect'][number], at: PropertyKey[], add: Add): void {
  const { rule, exactly, at_least: least, at_most: most, first_alert_before: before } = one;
  const says = Object.entries(one).some(([key, value]) => key !== 'rule' && value !== undefined);
  if (!says) {
    add(
      at,
      'error',
      `nothing is expected of "${rule}"`,
      'add exactly, at_least, first_alert_before, …',
    );
  }
  if (exactly !== undefined && (least !== undefined || most !== undefined)) {
    const what = 'exactly stands beside at_least or at_most';
    add([...at, 'exactly'], 'error', what, 'keep one of them');
  }
  if (least !== undefined && most !== undefined && least > most) {
    add([...at, 'at_least'], 'error', 'at_least is above at_most', 'swap them');
  }
  if (before === undefined) return;
  try {
    parseEpoch(before, 0, 'first_alert_before');
  } catch {
    const what = `"${before}" is not a date or time`;
    add([...at, 'first_alert_before'], 'error', what, 'write 2025-04-15');
  }
}
