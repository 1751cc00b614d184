import { readFileSync, statSync } from 'node:fs';
import { badInput } from '@dwell/core';
import { type Bundle, sealOf } from '../run/bundle.ts';
import { scenarioHash } from './normalise.ts';
import { BundleDocument } from './schema/bundle-schema.ts';

const BUNDLE_LIMIT_BYTES = 64 << 20;

/** A bundle file as read: fit to be replayed, or not even its own seal holds. */
export type ReadBundle = { bundle: Bundle; replayable: boolean };

/**
 * Reads a bundle, which may come from anybody. One that breaks its seal and cannot be replayed either
 * comes back with `replayable` false. Errors (exit 2): `FILE`, `BUNDLE` when it is no run bundle.
 */
export function readBundle(path: string): ReadBundle {
  const value = parse(readLimited(path), path);
  if (
    value === null ||
    typeof value !== 'object' ||
    (value as { format?: unknown }).format !== 'dwell-bundle-1'
  ) {
    throw badInput(
      'BUNDLE',
      'this is no run bundle',
      path,
      'give the bundle.json that dwell run --out wrote',
    );
  }
  const bundle = value as Bundle;
  const checked = BundleDocument.safeParse(value);
  const problem = checked.success
    ? inconsistency(bundle)
    : `"${checked.error.issues[0]!.path.join('.')}" is not valid`;
  const seal = sealState(bundle);
  if (problem === null) return { bundle, replayable: seal !== 'unreadable' };
  if (seal !== 'holds') return { bundle, replayable: false };
  throw badInput(
    'BUNDLE',
    `the bundle cannot be replayed: ${problem}`,
    path,
    'give the bundle.json that dwell run --out wrote',
  );
}

function inconsistency(bundle: Bundle): string | null {
  if (scenarioHash(bundle.scenario) !== bundle.scenario_hash)
    return 'the scenario is not the one of its hash';
  if (bundle.until > bundle.scenario.horizon) return '"until" lies beyond the horizon';
  const ordered = bundle.commands.every(
    (command, i) =>
      command.sequence === i + 1 && (i === 0 || command.at >= bundle.commands[i - 1]!.at),
  );
  return ordered ? null : 'the commands are not in order';
}

/** Content that nests without end has no seal at all. */
function sealState(bundle: Bundle): 'holds' | 'broken' | 'unreadable' {
  try {
    return sealOf(bundle) === bundle.seal ? 'holds' : 'broken';
  } catch {
    return 'unreadable';
  }
}

function readLimited(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile())
    throw badInput(
      'FILE',
      stat ? 'this is no file' : 'no such file',
      path,
      'give the bundle.json of a run',
    );
  if (stat.size > BUNDLE_LIMIT_BYTES)
    throw badInput('FILE', 'the file is larger than 64 MiB', path, 'give the bundle.json of a run');
  return readFileSync(path, 'utf8');
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badInput(
      'BUNDLE',
      `this is no JSON: ${(error as Error).message}`,
      path,
      'give the bundle.json that dwell run --out wrote',
    );
  }
}
