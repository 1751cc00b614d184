/** Runs once when the server starts: opens the database and starts the service before any request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startOrExit } = await import('./server/start-or-exit.ts');
  await startOrExit();
}
