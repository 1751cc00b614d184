import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname } from 'node:path';
import { badInput } from '@dwell/core';
import { type FieldMap, fieldMap } from '@dwell/detection';
import { didYouMean } from '@dwell/simulator';

/** Names of the maps that come along. */
export function shippedFieldMaps(): string[] {
  return readdirSync(dirname(shippedPath('dwell')))
    .filter((file) => extname(file) === '.yml')
    .map((file) => file.slice(0, -'.yml'.length))
    .sort();
}

/** A field map by its shipped name, or of a file. Errors (exit 2): `NO_SUCH`, `FILE`, those of `fieldMap`. */
export function openFieldMap(nameOrPath: string): FieldMap {
  if (/[\\/]|\.ya?ml$/i.test(nameOrPath)) {
    return fieldMap(textOf(nameOrPath), nameOrPath);
  }
  const names = shippedFieldMaps();
  if (!names.includes(nameOrPath)) {
    const hint = `${didYouMean(nameOrPath, names)}, or a file`;
    throw badInput('NO_SUCH', `no field map "${nameOrPath.slice(0, 80)}"`, '--field-map', hint);
  }
  return fieldMap(textOf(shippedPath(nameOrPath)), `${nameOrPath}.yml`);
}

/** Paths of the time that a map knows, for all its log sources. */
export function mapTimes({ time, sections }: FieldMap): string[] {
  const times = [...sections.map((section) => section.time), time];
  return [...new Set(times.filter((path) => path !== null))];
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'EISDIR') throw error;
    const what = code === 'EISDIR' ? 'this is a folder' : 'no such file';
    throw badInput('FILE', what, path, 'check the path');
  }
}

function shippedPath(name: string): string {
  return createRequire(import.meta.url).resolve(`@dwell/detection/mappings/${name}.yml`);
}
