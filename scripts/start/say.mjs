// Words on the terminal.

/** A failure with what is wrong, where, and what to do; the process ends with `exit` (2: bad input). */
export function fail(what, where, todo, exit = 2) {
  console.error(`\nDwell cannot start: ${what}\n  where: ${where}\n  what to do: ${todo}\n`);
  process.exit(exit);
}

/** Says that a long step runs, every few seconds how long already; returns a function for its end. */
export function step(text) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  console.log(`  ${text} …`);
  const timer = setInterval(() => console.log(`  ${text} … ${seconds()} s`), 10_000);
  return () => {
    clearInterval(timer);
    console.log(`  ${text}: done in ${seconds()} s`);
  };
}
