// npm start: installs and builds what is missing, then serves the trainer. Until packages are
// installed this uses nothing but Node itself, and this file parses on any Node of the last years.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Dwell needs Node 20.19 or newer; this is ${process.version}.\n  what to do: install a current Node from https://nodejs.org and run npm start again`,
  );
  process.exit(2);
}
process.env.NODE_ENV = 'production';
process.env.NEXT_TELEMETRY_DISABLED = '1';
process.env.TURBO_TELEMETRY_DISABLED = '1';
const { main } = await import('./start/main.mjs');
await main(process.argv.slice(2));
