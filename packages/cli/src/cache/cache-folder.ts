import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

type Host = {
  platform: NodeJS.Platform;
  env: { readonly [name: string]: string | undefined };
  home: string;
};

/**
 * Where results are kept when `--cache` does not say: `$XDG_CACHE_HOME/dwell` if that is set to an
 * absolute path, else `~/Library/Caches/dwell` on macOS, `%LOCALAPPDATA%\dwell\Cache` on Windows,
 * `~/.cache/dwell` elsewhere.
 */
export function defaultCacheFolder(
  host: Host = { platform: process.platform, env: process.env, home: homedir() },
): string {
  const { platform, env, home } = host;
  const xdg = env['XDG_CACHE_HOME'];
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, 'dwell');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'dwell');
  const local = env['LOCALAPPDATA'];
  if (platform === 'win32' && local) return join(local, 'dwell', 'Cache');
  return join(home, '.cache', 'dwell');
}
