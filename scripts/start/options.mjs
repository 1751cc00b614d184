import { parseArgs } from 'node:util';
import { networkInterfaces, hostname } from 'node:os';
import { fail } from './say.mjs';

const HELP = `npm start -- [options]

  --port N          listen on this port (default 3000, or PORT)
  --host ADDRESS    listen on this address (default 127.0.0.1: only this machine;
                    0.0.0.0: every machine of the network reaches it, in clear text)
  --url URL         the address under which people reach this server, when it is another, such
                    as that of a TLS proxy; links and QR codes to join are made from it
  --sign-in-link    print a new one-time sign-in link, from the running server if there is one
  --open            open the browser
  --help            this text

Settings in the environment: DWELL_HOME (folder for everything kept, default .dwell),
DATABASE_URL (a PostgreSQL server instead of the embedded database), DWELL_SECRET,
DWELL_OIDC_ISSUER, DWELL_OIDC_CLIENT_ID, DWELL_OIDC_CLIENT_SECRET, DWELL_OIDC_NAME,
DWELL_BEHIND_PROXY=1 (trust X-Forwarded-* headers), DWELL_LOG (log level, default warn).

npm run backup -- FILE and npm run restore -- FILE keep and put back what must be kept, while the
server is stopped. docs/running-a-room.md is about rooms, networks, lost links and backups.`;

const SPEC = {
  port: { type: 'string' },
  host: { type: 'string' },
  url: { type: 'string' },
  'sign-in-link': { type: 'boolean' },
  open: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

function parse(args) {
  try {
    return parseArgs({ args, options: SPEC, allowPositionals: false }).values;
  } catch (error) {
    return fail(error.message.split('\n')[0], 'the command line', 'see npm start -- --help');
  }
}

function portOf(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  return fail(
    `"${text}" is not a port`,
    '--port',
    'give a number from 1 to 65535, such as --port 3001',
  );
}

function urlOf(text) {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin;
  return fail(`"${text}" is not an address`, '--url', 'write it like https://dwell.example');
}

const WILDCARDS = ['0.0.0.0', '::', '[::]'];

/** Names this machine answers to when it listens on all its addresses. */
function ownNames() {
  const addresses = Object.values(networkInterfaces())
    .flat()
    .filter((each) => !each.internal && !/^fe80:/i.test(each.address))
    .map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address));
  return [...addresses, hostname(), `${hostname()}.local`];
}

/** What the command line and the environment ask for; ends the process for --help and bad input. */
export function readOptions(args) {
  const given = parse(args);
  if (given.help) {
    console.log(HELP);
    process.exit(0);
  }
  const port = portOf(given.port ?? process.env.PORT ?? '3000');
  const host = given.host ?? '127.0.0.1';
  const names = WILDCARDS.includes(host) ? ownNames() : [host.includes(':') ? `[${host}]` : host];
  const url = given.url ? urlOf(given.url) : `http://${names[0]}:${port}`;
  return {
    port,
    host,
    names,
    url,
    newLink: given['sign-in-link'] === true,
    open: given.open === true,
  };
}
