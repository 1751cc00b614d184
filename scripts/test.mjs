// npm test: everything that must hold, in one command; see `npm test -- --help`. Until packages are
// installed this uses nothing but Node itself, and this file parses on any Node of the last years.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Dwell needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(2);
}
process.env.NEXT_TELEMETRY_DISABLED = '1';
process.env.TURBO_TELEMETRY_DISABLED = '1';
const { main } = await import('./test/main.mjs');
process.exitCode = await main(process.argv.slice(2));
