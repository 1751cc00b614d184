import { createServer } from 'node:http';
import { join } from 'node:path';
import { fail } from './say.mjs';
import { isDwell } from './running-server.mjs';

const FORWARDED = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'forwarded',
];

/** Host names this server answers to: a page elsewhere cannot reach it through a name of its own. */
function hostCheck({ names, url }) {
  const known = new Set([
    'localhost',
    '127.0.0.1',
    '[::1]',
    ...names.map((name) => name.toLowerCase()),
  ]);
  known.add(new URL(url).hostname);
  return (header) => known.has((header ?? '').toLowerCase().replace(/:\d+$/, ''));
}

function listen(server, { port, host, url }) {
  return new Promise((resolve) => {
    server.once('error', async (error) => {
      if (error.code === 'EADDRINUSE') {
        const ours = await isDwell(`http://127.0.0.1:${port}`);
        const what = ours
          ? `Dwell already runs at ${url}`
          : `port ${port} is taken by another program`;
        return fail(
          what,
          `${host}:${port}`,
          ours ? 'use it, or stop it first' : 'choose another one: npm start -- --port 3001',
        );
      }
      if (error.code === 'EACCES')
        return fail(`port ${port} is not allowed`, '--port', 'choose one above 1023');
      if (error.code === 'EADDRNOTAVAIL')
        return fail(
          `this machine has no address ${host}`,
          '--host',
          'leave it out, or use 0.0.0.0 for all addresses',
        );
      return fail(error.message, `${host}:${port}`, 'choose another port or host');
    });
    server.listen(port, host.replace(/^\[|\]$/g, ''), resolve);
  });
}

/**
 * Takes the port first, so that a taken one is known at once, then starts Next, which starts the
 * database and the service (apps/trainer/src/instrumentation.ts). Requests wait meanwhile.
 */
export async function serve(root, options) {
  const answers = hostCheck(options);
  const trusted = process.env.DWELL_BEHIND_PROXY === '1';
  let makeReady;
  const ready = new Promise((resolve) => (makeReady = resolve));
  const server = createServer(async (request, response) => {
    if (!answers(request.headers.host)) {
      response.writeHead(421, { 'content-type': 'text/plain' });
      return response.end(
        'This server does not answer to that name. Start it with --url and the address people use.\n',
      );
    }
    if (!trusted) {
      for (const name of FORWARDED) delete request.headers[name];
      request.headers['x-forwarded-for'] = request.socket.remoteAddress;
    }
    const handle = await ready;
    return handle(request, response);
  });
  await listen(server, options);
  const { default: next } = await import('next');
  const app = next({
    dev: false,
    dir: join(root, 'apps/trainer'),
    hostname: options.host,
    port: options.port,
  });
  await app.prepare();
  makeReady(app.getRequestHandler());
  const running = await globalThis[Symbol.for('dwell.server')];
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await running.close();
  };
  return { running, close };
}
