import { fileURLToPath } from 'node:url';

/**
 * Path of a child process's entry: the built JavaScript, also when the caller runs from TypeScript
 * source under a test runner. `builtEntry(import.meta.url, './worker.js')`.
 */
export function builtEntry(callerUrl: string, relative: string): string {
  const path = fileURLToPath(new URL(relative, callerUrl));
  return callerUrl.endsWith('.ts')
    ? path.replace(/([\\/])src([\\/])(?!.*[\\/]src[\\/])/, '$1dist$2')
    : path;
}
