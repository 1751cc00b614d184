import type { DwellError } from '@dwell/core';
import { server } from './boot.ts';

/** Starts the server; when that cannot be, says why in words and ends the process. */
export async function startOrExit(): Promise<void> {
  try {
    await server();
  } catch (error) {
    // By name: this bundle's class is not the one of the packages that node loads by itself.
    if (error instanceof Error && error.name === 'DwellError') {
      const { what, where, todo, exit } = error as DwellError;
      process.stderr.write(
        `\nDwell cannot start: ${what}\n  where: ${where}\n  what to do: ${todo}\n\n`,
      );
      process.exit(exit);
    }
    process.stderr.write(
      `\nDwell cannot start\n${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exit(3);
  }
}
