import { once } from 'node:events';
import type { Io } from './command.ts';
import { dropOpenFolders } from './out-folder.ts';

/**
 * The process as a command sees it. The first SIGINT or SIGTERM asks the command to stop, the second
 * ends the process at once; a reader that went away (EPIPE) ends it quietly.
 */
export function processIo(host: NodeJS.Process): { io: Io; finish(code: number): Promise<never> } {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) {
      dropOpenFolders();
      host.exit(130);
    }
    controller.abort();
  };
  host.on('SIGINT', stop);
  host.on('SIGTERM', stop);
  for (const stream of [host.stdout, host.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      dropOpenFolders();
      host.exit(error.code === 'EPIPE' ? 0 : 3);
    });
  }
  return {
    io: {
      out: (text) => void host.stdout.write(text),
      err: (text) => void host.stderr.write(text),
      terminal: host.stderr.isTTY,
      signal: controller.signal,
    },
    async finish(code) {
      for (const stream of [host.stdout, host.stderr]) {
        while (stream.writableLength > 0) await once(stream, 'drain');
      }
      host.exit(code);
    },
  };
}
