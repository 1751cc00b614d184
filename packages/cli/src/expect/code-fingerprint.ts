import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGES = [
  '@dwell/core',
  '@dwell/shop',
  '@dwell/telemetry',
  '@dwell/detection',
  '@dwell/simulator',
];

/**
 * A hash of the code that makes results, so that a cache never outlives it: a version number alone
 * would not notice a rebuilt checkout. About 40 ms.
 */
export function codeFingerprint(resolve: (name: string) => string = import.meta.resolve): string {
  const hash = createHash('sha256');
  const urls = [...PACKAGES.map((name) => resolve(name)), import.meta.url];
  for (const folder of urls.map((url) => dirname(fileURLToPath(url)))) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(?<!\.test|\.d)\.[jt]s$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files)
      hash.update(file.slice(folder.length)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}
